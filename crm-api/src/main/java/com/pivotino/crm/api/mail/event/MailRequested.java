package com.pivotino.crm.api.mail.event;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.EventType;

/**
 * A bundle asks for one mail to one person. The mail bundle queues it after the commit, exactly once for each event; while
 * that bundle is away, the event log keeps the request. The event's record is the one that the mail is about.
 *
 * @param person         who gets it, or null for somebody known by address only
 * @param email          the address; null for a user or contact: then their own address as of sending
 * @param name           the name to show beside the address, or null
 * @param subject        one line
 * @param text           the plain text; the mail bundle adds the HTML part
 * @param calendarMethod iTIP method of {@code calendar}: {@code REQUEST, CANCEL, REPLY} (RFC 5546), or null
 * @param calendar       an iCalendar object (RFC 5545) sent as {@code text/calendar}, or null
 * @param reason         one sentence: why this person is told; shown at the foot
 */
@EventType("mail.MailRequested")
public record MailRequested(PersonRef person, String email, String name, String subject, String text,
        String calendarMethod, String calendar, String reason) {
}
