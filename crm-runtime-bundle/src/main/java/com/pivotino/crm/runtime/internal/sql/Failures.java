package com.pivotino.crm.runtime.internal.sql;

import com.pivotino.crm.api.CrmException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells lost races and an absent database from failures of the work itself. */
public final class Failures {

    /** Serialization failure and deadlock. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");
    /** A lock was not to be had in time: PostgreSQL, H2. */
    private static final Set<String> LOCKED = Set.of("55P03", "HYT00");
    /** No room on the disk, or for a connection. */
    private static final Set<String> FULL = Set.of("53100", "53300");
    private static final String UNIQUE_VIOLATION = "23505";

    private Failures() {
    }

    /**
     * Whether another try may well succeed. A unique key may be a race too: the second try sees the other's row and
     * refuses it in the service's own words, unless the failure is the service's own word already.
     */
    public static boolean isLostRace(Throwable failure) {
        return any(failure, 0, Failures::lostRace) || isPlain(failure) && any(failure, 0, Failures::taken);
    }

    /** Whether the database is not there. */
    public static boolean isUnreachable(Throwable failure) {
        return any(failure, 0, Failures::away);
    }

    /** What is thrown in place of what JDBC says of a database that is not there. */
    static CrmException unreachable(Throwable cause) {
        return CrmException.unavailable("The database does not answer.", cause);
    }

    /** What a caller is told after the last try, or the failure itself if it is the work's own. */
    public static RuntimeException told(RuntimeException failure) {
        if (!isPlain(failure)) {
            return failure;
        }
        if (isLostRace(failure)) {
            return new CrmException(CrmException.Kind.CONFLICT, "conflict",
                    "Others changed the same at the same time. Please try again.", java.util.List.of(),
                    java.util.Map.of(), failure);
        }
        if (any(failure, 0, Failures::locked)) {
            // Not tried again: whoever holds the lock has had all the time in the world already.
            return CrmException.unavailable("Nothing was changed: another change of the same is still under way."
                    + " Please try again later.", failure);
        }
        return isUnreachable(failure) ? unreachable(failure) : failure;
    }

    private static boolean lostRace(Throwable failure) {
        // By name: the runtime has no business with JPA's classes.
        return failure.getClass().getSimpleName().equals("OptimisticLockException")
                || failure instanceof SQLException sql && sql.getSQLState() != null
                && LOST_RACES.contains(sql.getSQLState());
    }

    private static boolean locked(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null && LOCKED.contains(sql.getSQLState());
    }

    private static boolean taken(Throwable failure) {
        return failure instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /** Whether it comes as JPA, the pool or the runtime throw it, and not as an exception that a service has made. */
    private static boolean isPlain(Throwable failure) {
        String name = failure.getClass().getName();
        return failure.getClass() == RuntimeException.class || failure instanceof DatabaseException
                || name.startsWith("javax.persistence.") || name.startsWith("org.eclipse.persistence.");
    }

    private static boolean away(Throwable failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof IOException && String.valueOf(failure.getMessage()).contains("No space left on device")
                || failure.getClass().getName().startsWith("javax.resource.")
                || failure instanceof SQLException sql && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P0")
                || FULL.contains(sql.getSQLState()) || Set.of(90028, 90031, 90067, 90098, 90121).contains(sql.getErrorCode()));
    }

    private static boolean any(Throwable failure, int depth, java.util.function.Predicate<Throwable> question) {
        if (failure == null || depth > 20) {
            return false;
        }
        return question.test(failure) || any(failure.getCause(), depth + 1, question)
                || failure instanceof SQLException sql && any(sql.getNextException(), depth + 1, question);
    }
}
