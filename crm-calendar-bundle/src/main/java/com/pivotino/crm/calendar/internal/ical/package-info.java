/**
 * iCalendar as text (RFC 5545, RFC 5546): {@link com.pivotino.crm.calendar.internal.ical.IcsWriter} writes feeds and
 * invitations, {@link com.pivotino.crm.calendar.internal.ical.IcsReader} reads files and replies. No database, no clock.
 */
package com.pivotino.crm.calendar.internal.ical;
