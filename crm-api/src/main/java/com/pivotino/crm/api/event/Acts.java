package com.pivotino.crm.api.event;

import com.pivotino.crm.api.Answer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** One act, one transaction, one commit (ARCHITECTURE, rule 4). The only way in which our services change anything. */
@ProviderType
public interface Acts {

    /**
     * Runs the work in one JTA transaction: takes the locks, runs the work, appends the events that it published, runs
     * the reactions to them, commits. Joins the transaction of an act that is already running on this thread. If the
     * work or a reaction throws, everything is rolled back and the exception leaves this method; lost races for a
     * database lock are tried again a few times, so the work must not keep state outside the database.
     *
     * @return the work's value with the effects that the reactions reported
     */
    <T> Answer<T> run(Act act, Function<Transaction, T> work);

    /**
     * The same for bookkeeping that a request comes across, such as remembering what partners bring: it is no act of the
     * request, so it commits by itself and does not begin the request's transaction. If a transaction is running, it is
     * joined.
     */
    <T> Answer<T> aside(Act act, Function<Transaction, T> work);

    /**
     * Runs an act that may fail, for callers that go on then. What failed is rolled back as a whole, so it is told instead
     * of thrown. Only outside of a transaction: there is no failing of a part (docs/adr/0006).
     *
     * @throws IllegalStateException inside of a transaction
     */
    <T> Attempt<T> attempt(Act act, Function<Transaction, T> work);

    /** Runs a read in one transaction, joined if there is one. */
    <T> T read(Supplier<T> work);
}
