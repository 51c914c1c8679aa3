package com.pivotino.crm.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** So many clients that repeat one operation, each as soon as its last answer is there. */
final class Load implements AutoCloseable {

    /** One operation of one client. */
    @FunctionalInterface
    interface Step {
        void run(LightClient client) throws IOException;
    }

    /** Answers a second, the latency's median and 99th percentile in milliseconds, and how often the system refused. */
    record Figure(int count, double rate, double median, double p99, long refused) {
    }

    private final List<LightClient> clients = new ArrayList<>();
    private final AtomicLong refused = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Load(Peer peer, String host, int port, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            LightClient client = new LightClient(host, port);
            peer.signIn(client);
            clients.add(client);
        }
    }

    LightClient first() {
        return clients.get(0);
    }

    /** Does something once with each client. */
    void all(Step step) throws IOException {
        for (LightClient client : clients) {
            step.run(client);
        }
    }

    /** Repeats a step with so many clients for a time. */
    Figure repeat(int count, double seconds, Step step) {
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        return run(count, begun, client -> {
            List<Long> times = new ArrayList<>();
            for (long now = System.nanoTime(); now < end;) {
                boolean done = attempt(() -> step.run(client));
                long then = System.nanoTime();
                if (done) {
                    times.add(then - now);
                }
                now = then;
            }
            return times;
        });
    }

    /** Takes each item once. */
    <T> Figure each(int count, List<T> items, Taking<T> taking) {
        AtomicLong next = new AtomicLong();
        return run(count, System.nanoTime(), client -> {
            List<Long> times = new ArrayList<>();
            for (long i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                long now = System.nanoTime();
                T item = items.get((int) i);
                if (attempt(() -> taking.take(client, item))) {
                    times.add(System.nanoTime() - now);
                }
            }
            return times;
        });
    }

    /** What is done with an item. */
    @FunctionalInterface
    interface Taking<T> {
        void take(LightClient client, T item) throws IOException;
    }

    private interface Try {
        void run() throws IOException;
    }

    private boolean attempt(Try work) throws IOException {
        try {
            work.run();
            return true;
        } catch (Refused e) {
            if (refused.getAndIncrement() == 0) {
                System.err.println("Refused: " + e.getMessage());
            }
            return false;
        }
    }

    private interface Shift {
        List<Long> work(LightClient client) throws IOException;
    }

    private Figure run(int count, long begun, Shift shift) {
        refused.set(0);
        List<Future<List<Long>>> shifts = new ArrayList<>();
        for (LightClient client : clients.subList(0, count)) {
            shifts.add(threads.submit(() -> shift.work(client)));
        }
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        for (Future<List<Long>> one : shifts) {
            try {
                times.addAll(one.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The load was interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("An operation failed under load: " + e.getCause().getMessage(), e.getCause());
            }
        }
        double elapsed = (System.nanoTime() - begun) / 1e9;
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was done; refused " + refused.get());
        }
        return new Figure(sorted.length, sorted.length / elapsed, sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6, refused.get());
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        for (LightClient client : clients) {
            client.close();
        }
    }
}
