package com.pivotino.crm.api.internal;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The time source of the product's one {@code java.time.Clock} while this OSGi service is present; without one
 * it is the machine's. Several match: the highest ranking. An exception ends whatever asked for the time.
 */
@ConsumerType
public interface ClockSource {

    /** The time as of now; must return at once. */
    Instant instant();
}
