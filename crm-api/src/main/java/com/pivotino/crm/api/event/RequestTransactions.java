package com.pivotino.crm.api.event;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** One transaction around a whole request: an idempotency key and the act it guards commit together, a dry run never. */
@ProviderType
public interface RequestTransactions {

    /**
     * Runs the work in one transaction that every {@link Acts#run} and {@link Acts#read} inside joins. Locks, events,
     * reactions and what acts do after the commit belong to this transaction. If the work throws, or an act inside it
     * has failed, everything is rolled back and that exception leaves this method, so an act's refusal cannot be
     * caught and survived inside. Lost races for a database lock run the work again, up to three times more, so it
     * must be repeatable; exceptions of its own types leave this method as they are.
     *
     * @param rollback true for a dry run: the work's value is returned and nothing is kept
     * @return the work's value
     */
    <T> T within(boolean rollback, Supplier<T> work);
}
