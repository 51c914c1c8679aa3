package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/** Reminders that have rung for the caller (SEMANTICS N3, N5). */
@ProviderType
public interface ReminderService {

    /** Filter {@code state}, repeatable; without it the popups that wait for an answer. The latest first. */
    Page<DueReminder> list(Actor actor, ListQuery query);

    /** Closes a popup in every session; again is no error. {@code not_found} for somebody else's. */
    DueReminder dismiss(Actor actor, long id);

    /** Lets a popup ring again later; 1 to 1,440 minutes from now. */
    DueReminder snooze(Actor actor, long id, Integer minutes);
}
