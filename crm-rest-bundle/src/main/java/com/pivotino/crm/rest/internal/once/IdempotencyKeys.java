package com.pivotino.crm.rest.internal.once;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.rest.internal.call.IdempotencyStore;
import com.pivotino.crm.rest.internal.call.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Idempotency keys in the database, safe against two at once, on one node or several: the request's first act inserts the
 * key's row in its transaction, before it takes a lock, so that a second call with the key waits at the unique index until
 * the first has ended, and then answers what the first did.
 */
public final class IdempotencyKeys implements IdempotencyStore {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final RequestTransactions transactions;
    private final KeyTable table;
    private final Clock clock;

    public IdempotencyKeys(RequestTransactions transactions, KeyTable table, Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Reply once(long userId, String key, Supplier<String> request, Supplier<Reply> work) {
        ResponseCipher seal = new ResponseCipher(userId, key);
        long deadline = System.nanoTime() + WAIT_NANOS;
        while (true) {
            Instant oldest = clock.instant().minus(KEPT);
            Optional<KeyTable.Row> earlier = transactions.atOnce(() -> table.find(userId, seal.id(), oldest));
            if (earlier.isPresent()) {
                return replay(earlier.get(), seal, request);
            }
            try {
                return transactions.within(new Claimed(userId, seal, oldest, request), work);
            } catch (KeyTable.Taken e) {
                if (System.nanoTime() > deadline) {
                    throw CrmException.unavailable("An earlier call with this key is still under way.", e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** The row of a key in the transaction of the request that was sent with it. */
    private final class Claimed implements RequestTransactions.Claim<Reply> {

        private final long userId;
        private final ResponseCipher seal;
        private final Instant oldest;
        private final Supplier<String> request;

        Claimed(long userId, ResponseCipher seal, Instant oldest, Supplier<String> request) {
            this.userId = userId;
            this.seal = seal;
            this.oldest = oldest;
            this.request = request;
        }

        @Override
        public void take() {
            table.claim(userId, seal.id(), clock.instant(), oldest);
        }

        @Override
        public void keep(Reply reply) {
            if (reply.raw() != null) {
                table.forget(userId, seal.id()); // a stream cannot be kept; what was done stays done
                return;
            }
            table.fill(userId, seal.id(), new KeyTable.Row(ResponseCipher.hash(request.get()), reply.status(),
                    first(reply, "Location"), first(reply, "ETag"), seal.close(reply.body())));
        }
    }

    private static Reply replay(KeyTable.Row row, ResponseCipher seal, Supplier<String> request) {
        if (!row.requestHash().equals(ResponseCipher.hash(request.get()))) {
            throw CrmException.refused("idempotency_key_reused", "This key was sent with another request before.", List.of());
        }
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Idempotency-Replayed", List.of("true"));
        if (row.location() != null) {
            headers.put("Location", List.of(row.location()));
        }
        if (row.etag() != null) {
            headers.put("ETag", List.of(row.etag()));
        }
        return Reply.json(row.status(), headers, seal.open(row.body()));
    }

    private static String first(Reply reply, String header) {
        List<String> values = reply.headers().get(header);
        return values == null ? null : values.get(0);
    }

    /** Drops what is older than 24 h, in portions; answers how many. */
    public int purge() {
        int purged = 0;
        int portion;
        do {
            portion = transactions.atOnce(() -> table.purge(clock.instant().minus(KEPT)));
            purged += portion;
        } while (portion > 0);
        return purged;
    }
}
