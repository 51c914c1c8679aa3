package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Events and their occurrences (SEMANTICS section 3). Occurrences are computed for the window that is asked, never stored
 * ahead (SEMANTICS R8). Colleagues see each other's calendars; of a private event, all but its attendees see {@code Busy}
 * (SEMANTICS I5). An event may be changed by its organizer, by its creator, and, unless it is private, by administrators.
 */
@ProviderType
public interface CalendarService {

    /** The longest window, in days. */
    int MAX_WINDOW_DAYS = 400;

    /**
     * Occurrences that touch the window, by start.
     *
     * @throws com.pivotino.crm.api.CrmException {@code validation_failed} on {@code to} for a window that is too long or
     *         holds more than 10,000 occurrences; {@code not_found} for a record that the actor may not read
     */
    List<Occurrence> occurrences(Actor actor, EventWindow window);

    /**
     * The event, or {@code not_found}.
     *
     * @param recurrenceId one occurrence of the series, or null
     */
    Event get(Actor actor, long id, String recurrenceId);

    /** Makes an event of the members that REST names; an invalid rule is {@code validation_failed} on {@code rrule}. */
    Answer<Event> create(Actor actor, MergePatch members);

    /**
     * Edits occurrences. A change of time or rule of a series without a scope is {@code scope_required}; one that would
     * discard exceptions is {@code confirm_discard_required} with them. The member {@code reminders} sets the caller's own
     * set; it is the only one that attendees may send.
     *
     * @return what was edited; after {@code following} the new series
     */
    Answer<Event> edit(Call call, long id, MergePatch patch, EventChange change);

    /** Deletes occurrences; the last one takes the series with it (SEMANTICS E7). */
    void delete(Call call, long id, EventChange change);

    /**
     * Answers an invitation (SEMANTICS I1).
     *
     * @param answer       {@code accepted, tentative, declined}
     * @param recurrenceId for one occurrence only, or null for all
     */
    Answer<Event> answer(Actor actor, long id, String answer, String recurrenceId);
}
