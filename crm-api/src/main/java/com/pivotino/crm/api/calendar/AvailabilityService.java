package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** When people are free (SEMANTICS I4): busy unless declined or shown as free; what only touches does not overlap. */
@ProviderType
public interface AvailabilityService {

    /** Busy intervals of each person, joined and ordered. */
    Map<PersonRef, List<Interval>> busy(Actor actor, Collection<PersonRef> people, Instant from, Instant to);

    /** Intervals of this length in which all of them are free, within their working hours, earliest first. */
    List<Interval> slots(Actor actor, Collection<PersonRef> people, Instant from, Instant to, Duration length);

    /**
     * A stretch of time.
     *
     * @param start inclusive
     * @param end   exclusive
     */
    record Interval(Instant start, Instant end) {
    }
}
