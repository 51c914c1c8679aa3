package com.pivotino.crm.api.mail.event;

import com.pivotino.crm.api.event.EventType;

/**
 * A mail with an iCalendar object came in (SEMANTICS I2). The event's record is the one whose thread the mail answers, else
 * the mail itself, {@code mail:<id>}.
 *
 * @param from     the sender's address, normalised
 * @param method   iTIP method (RFC 5546), upper case, such as {@code REPLY}
 * @param calendar the iCalendar object (RFC 5545), at most 256 kB
 */
@EventType("mail.CalendarMailReceived")
public record CalendarMailReceived(String from, String method, String calendar) {
}
