package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.chatter.internal.mail.HeaderText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mail to one person, composed.
 *
 * @param origin  what it was made of, such as {@code delivery:12}: the same is queued once
 * @param record  what it is about, or null
 * @param entryId the entry that it carries, or null
 * @param person  who gets it, or null for somebody known by address only
 * @param address theirs, checked
 * @param name    theirs, may be empty
 * @param sender  whose name and perhaps address it bears
 * @param content what it says
 * @param thread  its place among other mails
 * @param automatic no person wrote it (RFC 3834)
 * @param unsubscribe where one click ends following (RFC 8058), or null
 */
record Letter(String origin, RecordRef record, Long entryId, PersonRef person, String address, String name, Sender sender,
        Content content, MailThread thread, boolean automatic, String unsubscribe) {

    Letter {
        name = HeaderText.of(name);
    }

    /**
     * @param name    to show, null for the product's
     * @param address null for the product's
     */
    record Sender(String name, String address) {

        /** The product itself. */
        static final Sender PRODUCT = new Sender(null, null);

        Sender {
            name = name == null ? null : HeaderText.of(name);
        }
    }

    /**
     * @param calendarMethod iTIP method of {@code calendar}, or null
     * @param calendar       an iCalendar object, or null
     * @param files          ids of attachments
     */
    record Content(String subject, String text, String html, String calendarMethod, String calendar, List<Long> files) {

        private static final Pattern UID = Pattern.compile("^UID[;:].*", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
        private static final int MAX_UID = 255;

        Content {
            files = List.copyOf(files);
        }

        /** The UID of the event in the calendar object, or null. */
        String calendarUid() {
            Matcher line = UID.matcher(calendar == null ? "" : calendar.replaceAll("\\r?\\n[ \\t]", ""));
            String uid = line.find() ? line.group().substring(line.group().indexOf(':') + 1).strip() : "";
            return uid.isEmpty() ? null : uid.substring(0, Math.min(uid.length(), MAX_UID));
        }
    }
}
