package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.notification.Notification;
import com.pivotino.crm.chatter.internal.domain.Following;
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
 * as it is, and the next event makes a new one. Knows how far in the log it has heard, so that nothing is told twice.
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
    @Column(name = "log_position")
    private long position;
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

    protected NotificationEntity() {
    }

    NotificationEntity(long userId, DomainEvent event, NotificationText news, String why) {
        this.userId = userId;
        this.recordType = event.record().type();
        this.recordId = event.record().id();
        say(event, news, why);
    }

    /** Whether the event is one that was told already, or stands in the shadow of one that came after it. */
    boolean knows(DomainEvent event) {
        return event.position() <= position;
    }

    /** Whether the event belongs to the act that was told last. */
    boolean isOfSameAct(DomainEvent event) {
        return causeId.equals(event.causeId());
    }

    /**
     * Tells what happened next. Within one act the weightier news stay; what the user was given to do is not painted over
     * by what merely changed.
     */
    void follow(DomainEvent event, NotificationText news, String why) {
        NotificationKind before = NotificationKind.of(kind);
        boolean stays = isOfSameAct(event) ? news.kind().weight() < before.weight()
                : before.asksForWork() && !news.kind().asksForWork();
        if (stays) {
            position = event.position();
            at = event.at();
        } else {
            say(event, news, why);
        }
    }

    private void say(DomainEvent event, NotificationText news, String reason) {
        position = event.position();
        causeId = event.causeId();
        entryId = news.entryId();
        kind = news.kind().key();
        title = news.title().length() > TITLE_CHARS ? news.title().substring(0, TITLE_CHARS - 1) + "\u2026" : news.title();
        PersonRef author = event.actor();
        authorKind = author == null ? null : Following.kind(author);
        authorId = author == null ? null : author.id();
        authorName = author == null ? null : event.actorName();
        at = event.at();
        why = reason;
    }

    /** The user has seen it. */
    void markRead() {
        read = true;
    }

    boolean isRead() {
        return read;
    }

    boolean isOf(long user) {
        return userId == user;
    }

    Notification toRecord() {
        return new Notification(id, new RecordRef(recordType, recordId), entryId, kind, title,
                authorId == null ? null : new NamedPerson(authorKind, authorId, authorName), at, read, why);
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
