package com.pivotino.crm.runtime.internal.act;

import java.util.function.Function;

/** The transaction of the request on this thread: begun by the request's first act, ended with the request (docs/adr/0002). */
final class RequestTransaction {

    private final TransactionRunner runner;
    private final TransactionRunner.End end;
    private final Runnable claim;
    private TransactionRunner.Open open;
    private boolean refused;

    /** @param claim first in the transaction, before the act takes its locks */
    RequestTransaction(TransactionRunner runner, TransactionRunner.End end, Runnable claim) {
        this.runner = runner;
        this.end = end;
        this.claim = claim;
    }

    boolean isOpen() {
        return open != null;
    }

    /** Whether the claim has failed, so that no act can begin. */
    boolean isRefused() {
        return refused;
    }

    /** Begins with this act. If it fails, everything is as before it. */
    <T> T begin(Function<TransactionContext, T> act) {
        open = runner.open(end);
        try {
            refused = true;
            claim.run();
            refused = false;
            return act.apply(open.frame());
        } catch (RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    void rollback(Throwable reason) {
        if (open != null) {
            try {
                open.rollback(reason);
            } finally {
                open = null;
                runner.closed();
            }
        }
    }

    /** Commits what there is; answers what is to follow. */
    Runnable commit() {
        if (open == null) {
            return () -> { };
        }
        TransactionRunner.Open committed = open;
        committed.commit();
        open = null;
        runner.closed();
        return committed::follow;
    }
}
