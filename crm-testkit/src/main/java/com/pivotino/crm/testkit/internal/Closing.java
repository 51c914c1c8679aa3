package com.pivotino.crm.testkit.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Calls that declare every exception, as unchecked ones. */
final class Closing {

    private Closing() {
    }

    static <T> T checked(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void quietly(AutoCloseable closeable) {
        checked(() -> {
            closeable.close();
            return null;
        });
    }
}
