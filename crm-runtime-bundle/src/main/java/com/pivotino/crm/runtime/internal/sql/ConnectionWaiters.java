package com.pivotino.crm.runtime.internal.sql;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that wait for a connection of the pool. When the database falls silent they are woken: none will come. */
final class ConnectionWaiters {

    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

    /** The calling thread begins to wait; it must {@link Waiter#end} that. */
    Waiter begin() {
        Waiter waiter = new Waiter(Thread.currentThread());
        waiting.add(waiter);
        return waiter;
    }

    void wake() {
        waiting.forEach(Waiter::wake);
    }

    final class Waiter {

        private final Thread thread;
        private boolean woken;
        private boolean ended;

        private Waiter(Thread thread) {
            this.thread = thread;
        }

        private synchronized void wake() {
            if (!ended) {
                woken = true;
                thread.interrupt();
            }
        }

        /** Ends the wait. The interruption that woke it does not reach what the thread does next. */
        synchronized void end() {
            ended = true;
            waiting.remove(this);
            if (woken) {
                Thread.interrupted();
            }
        }
    }
}
