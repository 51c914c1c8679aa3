package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.util.List;

/**
 * A new event as it was asked for.
 *
 * @param rrule      or null for a single event
 * @param invitees   beside the organizer
 * @param reminders  the organizer's set
 * @param activityId the activity that it is to stand for, or null
 */
record EventDraft(TimeSlot slot, String rrule, Texts texts, List<Invitee> invitees, List<Reminder> reminders,
        RecordRef record, Long activityId) {
}
