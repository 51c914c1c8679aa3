package com.pivotino.crm.api.calendar;

/**
 * When somebody wants to be reminded before an event (SEMANTICS N1).
 *
 * @param offset  how many units before the start, 0 or more
 * @param unit    {@code minutes, hours, days, weeks}
 * @param channel {@code popup} or {@code email}
 */
public record Reminder(int offset, String unit, String channel) {
}
