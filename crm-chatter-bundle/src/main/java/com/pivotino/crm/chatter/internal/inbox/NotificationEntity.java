package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.notification.Notification;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Phrases;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * What one user is told about one record. While it is unread, what happens next is told in its place; once read it stays
 * as it is, and the next event makes a new one.
 */
@Entity
@Table(name = "ch_notice")
public class NotificationEntity {

    private static final int TITLE_CHARS = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private long recordId;
    @Column(name = "cause_id")
    private String causeId;
    @Column(name = "entry_id")
    private Long entryId;
    private String kind;
    private String title;
    @Column(name = "author_kind")
    private String authorKind;
    @Column(name = "author_id")
    private Long authorId;
    @Column(name = "author_name")
    private String authorName;
    @Column(name = "notice_at")
    private Instant at;
    @Column(name = "is_read")
    private boolean read;
    private String why;
    private String phrase;

    protected NotificationEntity() {
    }

    NotificationEntity(OutgoingNotification what) {
        this.userId = what.recipient().person().id();
        this.recordType = what.record().type();
        this.recordId = what.record().id();
        say(what);
    }

    /** Whether this needs no notice of its own: it belongs to what is unread or was told last, or came before that. */
    boolean covers(OutgoingNotification what) {
        return !read || isOfSameAct(what) || isNewerThan(what) && !asksForMore(what);
    }

    private boolean isNewerThan(OutgoingNotification what) {
        return what.at().isBefore(at);
    }

    private boolean isOfSameAct(OutgoingNotification what) {
        return causeId.equals(what.causeId());
    }

    private boolean asksForMore(OutgoingNotification what) {
        return NotificationKind.of(what.kind()).asksForWork() && !NotificationKind.of(kind).asksForWork();
    }

    /**
     * Tells what happened next. Within one act the weightier news stay; what the user was given to do is not painted over
     * by what merely changed, even if it comes late.
     */
    void follow(OutgoingNotification what) {
        NotificationKind before = NotificationKind.of(kind);
        NotificationKind next = NotificationKind.of(what.kind());
        boolean stays = isOfSameAct(what) ? next.weight() < before.weight() : before.asksForWork() && !next.asksForWork();
        if (isNewerThan(what) && !asksForMore(what)) {
            return;
        }
        if (stays) {
            at = what.at();
        } else {
            say(what);
        }
    }

    private void say(OutgoingNotification what) {
        causeId = what.causeId() == null ? "" : what.causeId();
        entryId = what.entryId();
        kind = NotificationKind.of(what.kind()).key();
        title = what.title().length() > TITLE_CHARS ? what.title().substring(0, TITLE_CHARS - 1) + "\u2026" : what.title();
        authorKind = what.author() == null ? null : what.author().kind();
        authorId = what.author() == null ? null : what.author().id();
        authorName = what.author() == null ? null : what.author().name();
        at = at == null || at.isBefore(what.at()) ? what.at() : at;
        why = what.why() == null ? "" : what.why();
        phrase = what.phrase() == null ? null : Phrases.of(what.phrase()).text();
    }

    /** The user has seen it. */
    void markRead() {
        read = true;
    }

    boolean isRead() {
        return read;
    }

    long userId() {
        return userId;
    }

    boolean isOf(long user) {
        return userId == user;
    }

    Notification toRecord() {
        return new Notification(id, new RecordRef(recordType, recordId), entryId, kind, title,
                authorId == null ? null : new NamedPerson(authorKind, authorId, authorName), at, read, why,
                Phrase.parse(phrase).map(Phrases::shown).orElse(null));
    }

    RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    Long id() {
        return id;
    }

    Instant at() {
        return at;
    }
}
