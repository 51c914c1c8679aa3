package com.pivotino.crm.chatter;

import com.pivotino.crm.api.CrmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many people who all press at the same moment, and what each was told. */
final class Crowd implements AutoCloseable {

    static final String DONE = "done";

    private final int size;
    private final ExecutorService people;
    private final CyclicBarrier gate;
    private final List<Long> micros = new ArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();

    Crowd(int size) {
        this.size = size;
        this.people = Executors.newFixedThreadPool(size);
        this.gate = new CyclicBarrier(size);
    }

    /** Lets everybody act at once; answers what each was told: {@link #DONE}, a refusal's code, or what must not happen. */
    List<String> act(List<Runnable> acts) throws Exception {
        if (acts.size() != size) {
            throw new IllegalArgumentException(acts.size() + " acts for " + size + " people");
        }
        ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        List<Future<Long>> running = new ArrayList<>();
        for (Runnable act : acts) {
            running.add(people.submit(() -> {
                gate.await(60, TimeUnit.SECONDS);
                long begin = System.nanoTime();
                told.add(told(act));
                return (System.nanoTime() - begin) / 1000;
            }));
        }
        for (Future<Long> one : running) {
            micros.add(one.get(120, TimeUnit.SECONDS));
        }
        told.forEach(answer -> answers.merge(answer, 1, Integer::sum));
        return List.copyOf(told);
    }

    private static String told(Runnable act) {
        try {
            act.run();
            return DONE;
        } catch (CrmException refusal) {
            // A refusal with a cause is the runtime's word for a deadlock or a lock that was not to be had.
            return refusal.getCause() == null ? refusal.code() : refusal.code() + " because of " + refusal.getCause();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** What everybody was told, and how long it took from the gate to the answer. */
    String figures() {
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return answers + ", ms from the gate: median " + at(sorted, 50) + ", p95 " + at(sorted, 95) + ", longest " + at(sorted, 100);
    }

    private static String at(long[] sorted, int percent) {
        int place = Math.min(sorted.length - 1, sorted.length * percent / 100);
        return Arrays.stream(sorted).skip(place).findFirst().stream().mapToObj(us -> String.valueOf(us / 1000)).findFirst().orElse("-");
    }

    @Override
    public void close() throws InterruptedException {
        people.shutdown();
        if (!people.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Somebody still waits");
        }
    }
}
