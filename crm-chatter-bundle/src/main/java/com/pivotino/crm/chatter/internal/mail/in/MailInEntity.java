package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.chatter.internal.mail.HeaderText;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** A mail that came in, once for each thread, and what was done with it. */
@Entity
@Table(name = "ch_mail_in")
public class MailInEntity {

    private static final int RECIPIENT_CHARS = 2000;
    private static final int EXCERPT_CHARS = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "message_id")
    private String messageId;
    private String thread;
    private String sender;
    @Column(name = "sender_name")
    private String senderName;
    private String recipients;
    /** Addresses in copy that are none of ours. */
    private String copied;
    private String subject;
    private String excerpt;
    private String state;
    private String reason;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private Long recordId;
    @Column(name = "entry_id")
    private Long entryId;
    @Column(name = "raw_sha256")
    private String rawSha256;
    private long size;
    @Column(name = "received_at")
    private Instant receivedAt;

    protected MailInEntity() {
    }

    /** @param thread the record whose thread it belongs to, or a text for what belongs to none */
    MailInEntity(IncomingMail mail, String thread, long size, Instant now) {
        this.messageId = mail.messageId();
        this.thread = thread;
        this.sender = mail.sender();
        this.senderName = mail.fromName();
        this.recipients = cut(mail.recipients().stream().map(Object::toString).collect(Collectors.joining(", ")), RECIPIENT_CHARS);
        this.copied = copied(mail);
        this.subject = mail.subject();
        this.excerpt = cut(HeaderText.of(MailBody.fresh(mail)), EXCERPT_CHARS);
        this.size = size;
        this.receivedAt = now;
        this.state = "posted";
    }

    /** It became an entry. */
    MailInEntity posted(RecordRef record, Long entry, boolean folded) {
        recordType = record.type();
        recordId = record.id();
        entryId = entry;
        state = folded ? "folded" : "posted";
        return this;
    }

    /** It was read and is no entry. */
    MailInEntity noted(String what, String why, RecordRef record) {
        state = what;
        reason = cut(why, 400);
        recordType = record == null ? null : record.type();
        recordId = record == null ? null : record.id();
        return this;
    }

    /** It waits for an administrator. */
    MailInEntity quarantine(String why, String sha256) {
        state = "quarantined";
        reason = cut(why, 400);
        rawSha256 = sha256;
        return this;
    }

    /** An administrator said where it belongs. */
    void assign(RecordRef record, Long entry) {
        posted(record, entry, false);
        state = "assigned";
        thread = record.toString();
        rawSha256 = null;
    }

    private static String copied(IncomingMail mail) {
        StringBuilder copied = new StringBuilder();
        for (MailAddress address : mail.copied()) {
            String next = (copied.isEmpty() ? "" : ", ") + address.normalised();
            if (!address.normalised().equals(mail.sender()) && copied.length() + next.length() <= RECIPIENT_CHARS) {
                copied.append(next);
            }
        }
        return copied.toString();
    }

    private static String cut(String text, int chars) {
        return text == null || text.length() <= chars ? text : text.substring(0, chars - 1) + "\u2026";
    }

    boolean isQuarantined() {
        return "quarantined".equals(state);
    }

    Long id() {
        return id;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String rawSha256() {
        return rawSha256;
    }

    RecordRef record() {
        return recordId == null ? null : new RecordRef(recordType, recordId);
    }

    Long entryId() {
        return entryId;
    }

    String sender() {
        return sender;
    }

    QuarantinedMail toRecord() {
        return new QuarantinedMail(id, receivedAt, new QuarantinedMail.Sender(senderName, sender), recipients, subject, excerpt, reason,
                size);
    }
}
