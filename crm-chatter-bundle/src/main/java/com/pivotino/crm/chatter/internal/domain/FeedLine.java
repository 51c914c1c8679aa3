package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.event.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/**
 * An entry of a feed. Made from an event, once (its id is unique), and never changed: names and values are those of then;
 * only that its act was undone is added.
 * Ordered by when, then as written: what followed from something is written after it.
 */
@Entity
@Table(name = "ch_entry")
public class FeedLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    @SequenceGenerator(name = "ch_seq", sequenceName = "ch_seq", allocationSize = 50)
    private Long id;
    @Column(name = "event_id")
    private String eventId;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private long recordId;
    private String kind;
    private String subtype;
    @Column(name = "author_kind")
    private String authorKind;
    @Column(name = "author_id")
    private Long authorId;
    @Column(name = "author_name")
    private String authorName;
    @Column(name = "entry_at")
    private Instant at;
    private String body;
    @Column(name = "reply_to")
    private Long replyTo;
    @Column(name = "cause_id")
    private String causeId;
    private boolean folded;
    private boolean automatic;
    private boolean undone;
    /** Its act was undone and another entry says so. */
    private boolean hidden;

    protected FeedLine() {
    }

    public FeedLine(DomainEvent event, Line line) {
        this.eventId = event.id();
        this.recordType = event.record().type();
        this.recordId = event.record().id();
        this.kind = line.kind();
        this.subtype = line.subtype().key();
        PersonRef author = event.actor();
        if (author != null) {
            this.authorKind = author.kind().name().toLowerCase(Locale.ROOT);
            this.authorId = author.id();
            this.authorName = event.actorName();
        }
        this.at = event.at();
        this.body = line.body();
        this.causeId = event.causeId();
        this.folded = line.folded();
        this.automatic = event.hop() > 0;
    }

    /**
     * The act was taken back (SEMANTICS P19).
     *
     * @param speaks whether this is the one line that stays of it
     * @param byName who took it back
     */
    public void undo(boolean speaks, String byName, PersonRef by) {
        undone = true;
        hidden = !speaks;
        if (speaks) {
            boolean self = by != null && authorId != null && by.id() == authorId;
            body = body + Html.paragraphs(self || byName == null ? "Undone." : "Undone by " + byName + ".");
        }
    }

    public FeedEntry toRecord(List<FieldChange> changes, List<FeedEntry.Attachment> files) {
        NamedPerson author = authorId == null ? null : new NamedPerson(authorKind, authorId, authorName);
        return new FeedEntry(id, kind, subtype, author, at, body, changes, files, replyTo, causeId, List.of(),
                undone ? List.of("undone") : List.of(), folded && !undone, automatic);
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }
}
