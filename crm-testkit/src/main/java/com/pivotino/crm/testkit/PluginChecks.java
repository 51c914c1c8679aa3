package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What the contracts of all extension points ask of a plugin: many threads at once, and a quick answer. */
final class PluginChecks {

    private static final int THREADS = 8;
    private static final long MAX_MS = 250;
    private static final int TRIES = 4;
    private static final long WAIT_S = 30;

    private PluginChecks() {
    }

    /** Calls from eight threads at once; none may fail. */
    static <T> List<T> fromEightThreads(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<T>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            calls.add(threads.submit(call));
        }
        threads.shutdown();
        List<T> answers = new ArrayList<>();
        for (Future<T> future : calls) {
            answers.add(future.get(WAIT_S, TimeUnit.SECONDS));
        }
        return answers;
    }

    /** The same answer from eight threads at once. */
    static <T> void sameFromEightThreads(Callable<T> call) throws Exception {
        T expected = call.call();
        fromEightThreads(call).forEach(answer -> assertEquals(expected, answer));
    }

    /** An answer in less than 250 ms, once it is warm; the best of some, as the machine may be busy with something else. */
    static void quick(String what, Callable<?> call) throws Exception {
        long milliseconds = Long.MAX_VALUE;
        for (int i = 0; i <= TRIES && milliseconds >= MAX_MS; i++) {
            long start = System.nanoTime();
            call.call();
            milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        assertTrue(what + " took " + milliseconds + " ms", milliseconds < MAX_MS);
    }
}
