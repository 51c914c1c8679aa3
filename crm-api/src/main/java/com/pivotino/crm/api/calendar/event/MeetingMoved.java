package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.event.EventType;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Start, end or rule of a meeting that is not over were changed (SEMANTICS I1, follower subtype Meetings). The record is the opportunity
 * that it belongs to, else {@code event:id}.
 *
 * @param meeting as it stands now
 * @param from when it took place before; null for an all-day event
 * @param fromDate the first day before of an all-day event, else null
 */
@EventType("calendar.MeetingMoved")
public record MeetingMoved(MeetingState meeting, Instant from, LocalDate fromDate) {
}
