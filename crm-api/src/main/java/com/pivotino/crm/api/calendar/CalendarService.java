package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Events and their occurrences (SEMANTICS section 3). Occurrences are computed for the window that is asked, never stored
 * ahead (SEMANTICS R8).
 */
@ProviderType
public interface CalendarService {

    /** The longest window, in days. */
    int MAX_WINDOW_DAYS = 400;

    /**
     * Occurrences that touch the window, by start.
     *
     * @param people whose calendars, empty for the caller's own
     */
    List<Occurrence> occurrences(Actor actor, Instant from, Instant to, Collection<PersonRef> people);

    /** The event, or {@code not_found}. */
    Event get(Actor actor, long id);

    /** Makes an event of the members that REST names; an invalid rule is {@code validation_failed} on {@code rrule}. */
    Answer<Event> create(Actor actor, MergePatch members);

    /**
     * Edits occurrences. A change of time or rule of a series without a scope is {@code scope_required}; one that would
     * discard exceptions is {@code confirm_discard_required} with them.
     */
    Answer<Event> edit(Actor actor, long id, MergePatch patch, EventChange change);

    /** Deletes occurrences; the last one takes the series with it (SEMANTICS E7). */
    void delete(Actor actor, long id, EventChange change);

    /**
     * Answers an invitation (SEMANTICS I1).
     *
     * @param answer       {@code accepted, tentative, declined}
     * @param recurrenceId for one occurrence only, or null for all
     */
    Answer<Event> answer(Actor actor, long id, String answer, String recurrenceId);
}
