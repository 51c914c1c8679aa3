package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.RecordRef;
import java.time.Instant;

/**
 * Where an event comes from and what it belongs to.
 *
 * @param uid           names it in other calendars for good (RFC 5545 UID)
 * @param organizerId   the user who leads it, or null if somebody outside does
 * @param createdBy     the user who made it, or null for the system
 * @param record        or null
 * @param activityId    the activity that it stands for, or null
 * @param continuedFrom the series that it continues, or null
 */
public record EventOrigin(String uid, Long organizerId, Long createdBy, Instant at, RecordRef record, Long activityId,
        Long continuedFrom) {
}
