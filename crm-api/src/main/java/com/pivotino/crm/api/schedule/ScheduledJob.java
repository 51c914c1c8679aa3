package com.pivotino.crm.api.schedule;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work that comes back every so often, on one node of several at a time. An OSGi service.
 *
 * <p>Several with one name: the highest ranking runs. An exception: logged, and the job runs again when it is next due.
 * The claim of a job lasts 30 s and is renewed while it runs, so another node takes over within a minute when a node dies.
 * Runs outside of any transaction of ours.
 */
@ConsumerType
public interface ScheduledJob {

    /** Service property, required, String, at most 120 characters: stable name; it names the claim of the nodes. */
    String NAME = "crm.job.name";

    /** Service property, required, Integer or Long: seconds from the start of one run to that of the next, at least 1. */
    String EVERY_SECONDS = "crm.job.everySeconds";

    /**
     * Runs once.
     *
     * @param now the product's time
     */
    void run(Instant now) throws Exception;
}
