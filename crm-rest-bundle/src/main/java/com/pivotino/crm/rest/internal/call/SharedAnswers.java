package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.api.internal.Shareable;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/**
 * Answers of {@link Shareable} methods, for all who ask the same with the same rights while nothing is committed, up to a second.
 * Each call asks the database for its moment first: an answer that was begun at that moment or later is as new as one that is made
 * now. {@code Cache-Control: no-cache} asks for one that is made now.
 */
final class SharedAnswers {

    private static final long MOST_BYTES = 8L << 20;
    private static final int MOST_ANSWERS = 500;
    private static final long PATIENCE_SECONDS = 5;

    private final Services services;
    private final Moments moments = new Moments();
    private volatile Round round = new Round("");

    SharedAnswers(Services services) {
        this.services = services;
    }

    private record Question(Actor actor, String path, String query, boolean gzip) {
    }

    /** The answers of one moment. */
    private static final class Round {
        private final String moment;
        private final Map<Question, CompletableFuture<Reply>> answers = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        private Round(String moment) {
            this.moment = moment;
        }
    }

    /** Whether this call may be answered with others. */
    boolean takes(Method method, Request request) {
        return method.isAnnotationPresent(Shareable.class) && !request.changes() && request.caller() != null
                && request.caller().identity() != null && request.http().getHeader(HttpHeaders.IF_NONE_MATCH) == null
                && !String.valueOf(request.http().getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-cache");
    }

    /** @param work makes the answer, if nobody has made it yet */
    Response answer(Request request, Supplier<Reply> work) {
        boolean gzip = Compression.isTaken(request);
        Supplier<Reply> whole = gzip ? () -> work.get().compressed() : work;
        RequestTransactions transactions = services.transactions();
        String moment = transactions == null ? null : moments.now(transactions::moment);
        Question question = new Question(request.caller().identity().actor(), request.path(), request.http().getQueryString(), gzip);
        return (moment == null ? whole.get() : shared(round(moment), question, whole)).response(false);
    }

    private Round round(String moment) {
        Round known = round;
        if (!known.moment.equals(moment)) {
            known = new Round(moment);
            round = known;
        }
        return known;
    }

    private static Reply shared(Round round, Question question, Supplier<Reply> work) {
        CompletableFuture<Reply> own = new CompletableFuture<>();
        CompletableFuture<Reply> other = round.answers.size() < MOST_ANSWERS ? round.answers.putIfAbsent(question, own) : own;
        if (other != null) {
            Reply reply = other == own ? null : awaited(other);
            return reply == null ? work.get() : reply;
        }
        Reply reply = null;
        boolean kept = false;
        try {
            reply = work.get();
            kept = reply.isSuccess() && reply.raw() == null && round.bytes.addAndGet(reply.body().length) <= MOST_BYTES;
            return reply;
        } finally {
            if (!kept) {
                round.answers.remove(question);
            }
            own.complete(reply == null || reply.raw() != null || !reply.isSuccess() ? null : reply);
        }
    }

    /** What another call has made; null if that failed or takes too long. */
    private static Reply awaited(CompletableFuture<Reply> other) {
        try {
            return other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }
}
