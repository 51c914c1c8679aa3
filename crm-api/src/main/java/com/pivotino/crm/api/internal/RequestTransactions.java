package com.pivotino.crm.api.internal;

import com.pivotino.crm.api.event.Acts;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One transaction a request, which begins with the request's first act: an idempotency key and the acts that it guards commit
 * together, a dry run never. Whatever is read, received or asked before that act is outside of it.
 */
@ProviderType
public interface RequestTransactions {

    /** The two steps that let a request be answered only once. Both run in the request's transaction. */
    interface Claim<T> {

        /** Takes the key; before the first act takes its locks. Runs again if that act was refused and another one follows. */
        void take();

        /** Keeps the answer; the last that happens before the commit. */
        void keep(T answer);
    }

    /**
     * Runs a request. Its first {@link Acts#run} begins a transaction, which stays open until the work returns; every
     * {@link Acts#run} and {@link Acts#read} after it joins. Without an act there is no transaction. A first act that
     * fails is rolled back at once and may be caught: the next act begins again. If a later act fails, or the work
     * throws, all acts of the request are rolled back and that exception leaves this method. A race that is lost after
     * the first act runs the work again, up to three times more, so it must be repeatable.
     *
     * @param rollback true for a dry run: the work's value is returned and nothing is kept
     * @return the work's value
     */
    <T> T within(boolean rollback, Supplier<T> work);

    /**
     * The same for a request that is answered once. If the work did no act, the claim has a transaction of its own after the
     * work. Exceptions of the claim leave this method.
     */
    <T> T within(Claim<T> claim, Supplier<T> work);

    /** Runs work on the caller's own tables in a transaction that begins at once; lost races run it again. */
    <T> T atOnce(Supplier<T> work);

    /**
     * A name for what all committed transactions, of all nodes, have left in the database, and for the second by the product's
     * clock. Whoever asks twice and gets the same name would have read the same both times. Outside of a transaction.
     *
     * @return null if the database has no such name
     */
    default String moment() {
        return null;
    }
}
