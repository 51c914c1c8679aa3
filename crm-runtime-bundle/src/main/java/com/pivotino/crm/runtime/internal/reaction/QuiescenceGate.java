package com.pivotino.crm.runtime.internal.reaction;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Many acts pass at once; now and then a reaction arrives while none is on its way, so that every event is either
 * reacted to or noted as missed, and none is both or neither. Passes belong to transactions, not to threads.
 */
public final class QuiescenceGate {

    private static final int ALL = 1 << 20;
    /** Who comes meanwhile waits as long as this at most, and for what is then done alone. */
    private static final long PATIENCE_MS = 30;

    // Fair, so that the one who wants to be alone is not starved.
    private final Semaphore passes = new Semaphore(ALL, true);

    public void enter() {
        passes.acquireUninterruptibly();
    }

    public void leave() {
        passes.release();
    }

    /**
     * Runs something while no act is on its way.
     *
     * @return false if acts did not end soon, and nothing was run: try again later
     */
    public boolean alone(Runnable action) {
        try {
            if (!passes.tryAcquire(ALL, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            action.run();
            return true;
        } finally {
            passes.release(ALL);
        }
    }
}
