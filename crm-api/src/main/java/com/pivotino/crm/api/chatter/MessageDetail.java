package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.util.List;

/**
 * One message or note with all that is needed to edit it.
 *
 * @param record   whose feed it stands in
 * @param source   as its author wrote it; null for other users and for mails
 * @param format   {@code markdown} or {@code html}
 * @param versions what it said before, newest first; for administrators only, else empty
 */
public record MessageDetail(RecordRef record, FeedEntry entry, String source, String format, List<Version> versions) {

    public MessageDetail {
        versions = List.copyOf(versions);
    }

    /** A text that was replaced. */
    public record Version(String body, Instant replacedAt) {
    }
}
