package com.pivotino.crm.rest.internal.call;

import java.util.function.Supplier;

/** Idempotency keys: the same key of the same user has one effect and one answer. */
public interface IdempotencyStore {

    /**
     * Runs the work; its acts and its answer are kept in one transaction. Or answers what an earlier call with this key
     * did. A second call that comes while the first is under way waits for it with its first act.
     *
     * @param userId  whose key it is
     * @param key     the key as it was sent
     * @param request what the key was sent with, hash of the body included; asked for when it is needed
     * @param work    what to do; an answer that is no success leaves it as an exception
     * @throws com.pivotino.crm.api.CrmException {@code idempotency_key_reused} if the request differs from the first one
     */
    Reply once(long userId, String key, Supplier<String> request, Supplier<Reply> work);
}
