package com.pivotino.crm.api.internal;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A cache of one second for values that nearly every call reads and that rarely change. An act on this node that changes it runs
 * through {@link #watching}: from its beginning to its end all is read anew, and from its commit on nothing older is
 * answered. What another node commits is seen within a second.
 */
public final class Memory {

    /** The time for which a value is used, in nanoseconds from before it was read. */
    static final long BELIEVED_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_CHANGE_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 20_000;

    private final LongSupplier nanoTime;
    private final AtomicLong generation = new AtomicLong();
    private final Map<Object, Long> changes = new ConcurrentHashMap<>();

    public Memory() {
        this(System::nanoTime);
    }

    /** @param nanoTime a clock that only goes on, in nanoseconds, as {@link System#nanoTime} */
    public Memory(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A part of it: immutable values by key. */
    public <K, V> Shelf<K, V> shelf() {
        return new Shelf<>();
    }

    /** The same acts, for those that may change what is remembered here. */
    public Acts watching(Acts acts) {
        return new Watching(acts);
    }

    private boolean isInFlux() {
        if (changes.isEmpty()) {
            return false;
        }
        long now = nanoTime.getAsLong();
        changes.values().removeIf(begun -> now - begun > LONGEST_CHANGE_NS);
        return !changes.isEmpty();
    }

    private Object begin() {
        Object change = new Object();
        changes.put(change, nanoTime.getAsLong());
        generation.incrementAndGet();
        return change;
    }

    private void end(Object change) {
        generation.incrementAndGet();
        changes.remove(change);
    }

    private record Kept<V>(V value, long at, long generation) {
    }

    /**
     * Immutable values by key.
     *
     * @param <K> the keys
     * @param <V> the values
     */
    public final class Shelf<K, V> {

        private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();

        private Shelf() {
        }

        /**
         * One value.
         *
         * @param read reads it; null if there is none, which is not remembered
         */
        public V one(K key, Function<K, V> read) {
            V known = known(key);
            if (known != null) {
                return known;
            }
            long at = nanoTime.getAsLong();
            long then = generation.get();
            V value = read.apply(key);
            keep(key, value, at, then);
            return value;
        }

        /**
         * Several values.
         *
         * @param read reads those that are not remembered; without those that do not exist
         */
        public Map<K, V> all(Collection<K> keys, Function<Set<K>, Map<K, V>> read) {
            Map<K, V> values = new HashMap<>();
            Set<K> missing = new HashSet<>();
            for (K key : keys) {
                V known = known(key);
                if (known == null) {
                    missing.add(key);
                } else {
                    values.put(key, known);
                }
            }
            if (!missing.isEmpty()) {
                long at = nanoTime.getAsLong();
                long then = generation.get();
                read.apply(missing).forEach((key, value) -> {
                    keep(key, value, at, then);
                    values.put(key, value);
                });
            }
            return values;
        }

        /** Reads it anew the next time. */
        public void forget(K key) {
            kept.remove(key);
        }

        private V known(K key) {
            Kept<V> found = kept.get(key);
            return found != null && nanoTime.getAsLong() - found.at < BELIEVED_NS && found.generation == generation.get()
                    && !isInFlux() ? found.value : null;
        }

        private void keep(K key, V value, long at, long then) {
            if (value != null && !isInFlux() && then == generation.get()) {
                if (kept.size() >= MOST) {
                    kept.clear();
                }
                kept.put(key, new Kept<>(value, at, then));
            }
        }
    }

    private final class Watching implements Acts {

        private final Acts acts;

        Watching(Acts acts) {
            this.acts = acts;
        }

        @Override
        public <T> Answer<T> run(Act act, Function<Transaction, T> work) {
            return watched(work, watched -> acts.run(act, watched));
        }

        @Override
        public <T> Answer<T> aside(Act act, Function<Transaction, T> work) {
            return watched(work, watched -> acts.aside(act, watched));
        }

        @Override
        public <T> Attempt<T> attempt(Act act, Function<Transaction, T> work) {
            Object change = begin();
            Attempt<T> attempt = acts.attempt(act, watching(change, work));
            if (attempt.answer() == null) {
                end(change);
            }
            return attempt;
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return acts.read(work);
        }

        /** An act that joined another one ends with that one; if that is rolled back, reading anew ends after a minute. */
        private <T, A> A watched(Function<Transaction, T> work, Function<Function<Transaction, T>, A> run) {
            Object change = begin();
            boolean failed = true;
            try {
                A answer = run.apply(watching(change, work));
                failed = false;
                return answer;
            } finally {
                if (failed) {
                    end(change);
                }
            }
        }

        private <T> Function<Transaction, T> watching(Object change, Function<Transaction, T> work) {
            return tx -> {
                tx.afterCommit(() -> end(change));
                return work.apply(tx);
            };
        }
    }
}
