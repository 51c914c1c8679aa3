package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** iCalendar out and in (SEMANTICS I3, RFC 5545). */
@ProviderType
public interface CalendarFeedService {

    /** The caller's own. */
    Page<CalendarFeed> list(Actor actor, ListQuery query);

    /**
     * Makes a feed; its secret is answered once.
     *
     * @param kind   {@code private, busy, team}
     * @param teamId for {@code team}: one that the actor belongs to or leads; managers any
     */
    CalendarFeed create(Actor actor, String kind, Long teamId);

    /** Revokes a feed of one's own; {@code not_found} for another's. */
    void delete(Actor actor, long id);

    /** The feed with this secret, or {@code not_found}. */
    Content read(String secret);

    /** Reads events into the caller's calendar, one for each UID; a UID that is there is updated. */
    ImportReport importCalendar(Actor actor, InputStream calendar);

    /**
     * A feed's text.
     *
     * @param calendar an iCalendar object
     * @param etag     changes with the text, without quotes
     */
    record Content(String calendar, String etag) {
    }
}
