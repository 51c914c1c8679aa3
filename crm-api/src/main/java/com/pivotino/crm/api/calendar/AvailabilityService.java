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

    /** Busy intervals of each person, joined and ordered; people without a calendar have none. */
    Map<PersonRef, List<Interval>> busy(Actor actor, Collection<PersonRef> people, Instant from, Instant to);

    /**
     * Stretches of this length within working hours, on the quarter hour: first those in which all are free, earliest first.
     *
     * @param partial whether those in which only some are free follow, fewest busy first
     */
    List<Slot> slots(Actor actor, Collection<PersonRef> people, Instant from, Instant to, Duration length, boolean partial);

    /**
     * A stretch of time.
     *
     * @param start inclusive
     * @param end   exclusive
     */
    record Interval(Instant start, Instant end) {
    }

    /**
     * A stretch that could be chosen.
     *
     * @param busy who is busy then
     */
    record Slot(Instant start, Instant end, List<PersonRef> busy) {

        public Slot {
            busy = List.copyOf(busy);
        }
    }
}
