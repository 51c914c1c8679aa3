package com.pivotino.crm.rest.internal.call;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Asks for the moment once for all who wait for it at the same time. Nobody gets one that was asked for before they came. */
final class Moments {

    private final Lock asking = new ReentrantLock();
    private Group coming;

    /** Those who share one answer. */
    private static final class Group {
        private String moment;
        private boolean answered;
    }

    /** @param ask tells the moment, which may be null */
    String now(Supplier<String> ask) {
        Group group = join();
        asking.lock();
        try {
            if (!group.answered) {
                close(group);
                group.moment = ask.get();
                group.answered = true;
            }
            return group.moment;
        } finally {
            asking.unlock();
        }
    }

    private synchronized Group join() {
        coming = coming == null ? new Group() : coming;
        return coming;
    }

    private synchronized void close(Group group) {
        coming = coming == group ? null : coming;
    }
}
