package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Phrases;
import com.pivotino.crm.chatter.internal.content.SafeHtml;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * An entry of a feed. What happened to a record is made from an event, once (its id is unique), and never changed: names and
 * values are those of then; only that its act was undone is added. Messages and notes can be edited for a while and deleted,
 * which leaves a stub (SEMANTICS C4).
 * Ordered by when, then as written: what followed from something is written after it.
 */
@Entity
@Table(name = "ch_entry")
public class FeedLine {

    private static final int PLAIN_CHARS = 100_000;

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
    @Version
    private long version;
    private String source;
    private String format;
    @Column(name = "author_email")
    private String authorEmail;
    @Column(name = "edited_at")
    private Instant editedAt;
    @Column(name = "deleted_at")
    private Instant deletedAt;
    private String marks = "";
    /** What the body's sentence says, for readers who write days their own way. */
    private String phrase;
    /** What a search looks through. */
    private String plain;

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
        this.phrase = line.words() == null ? null : line.words().text();
        this.plain = searchable(SafeHtml.text(line.body()) + line.changes().stream().map(change -> " " + change.field() + " "
                + Objects.requireNonNullElse(change.from(), "") + " " + Objects.requireNonNullElse(change.to(), ""))
                .collect(Collectors.joining()));
        this.causeId = event.causeId();
        this.folded = line.folded();
        this.automatic = event.hop() > 0;
    }

    /** A message or a note. */
    public FeedLine(RecordRef record, MessageText text, NamedPerson author, Instant at, String causeId) {
        this.eventId = "m-" + UUID.randomUUID();
        this.recordType = record.type();
        this.recordId = record.id();
        this.kind = text.kind();
        this.subtype = (text.isNote() ? Subtype.NOTES : Subtype.DISCUSSIONS).key();
        if (author != null) {
            this.authorKind = author.kind();
            this.authorId = author.id();
            this.authorName = author.name();
        }
        this.at = at;
        this.replyTo = text.replyTo();
        this.causeId = causeId;
        say(text);
    }

    private void say(MessageText text) {
        source = text.source();
        format = text.format();
        body = text.html();
        plain = searchable(SafeHtml.text(body));
    }

    /** Its author changed it. */
    public void edit(MessageText text, Instant now) {
        say(text);
        editedAt = now;
    }

    /** A stub stays. */
    public void delete(Instant now) {
        body = "";
        source = null;
        plain = "";
        deletedAt = now;
    }

    /** Something that readers must see, such as {@code answer_to_internal_note}. */
    public void mark(String key) {
        marks = marks.isEmpty() ? key : marks + "," + key;
    }

    /** Came from this address; for authors who are no contact. */
    public void from(String email) {
        authorEmail = email;
    }

    /** Came from this address, of somebody who calls themselves so; the name of an author whom we know stays. */
    public void from(String name, String email) {
        authorEmail = email;
        authorName = authorId == null ? name : authorName;
    }

    /** Automatic mail stands closed and tells nobody (SEMANTICS L6). */
    public void fold() {
        folded = true;
        automatic = true;
    }

    /** Colleagues only (SEMANTICS C1). */
    public boolean isInternal() {
        return !MessageText.MESSAGE.equals(kind);
    }

    public boolean isMessage() {
        return MessageText.MESSAGE.equals(kind) || MessageText.NOTE.equals(kind);
    }

    public boolean isBy(PersonRef person) {
        return person != null && authorId != null && person.id() == authorId && Following.kind(person).equals(authorKind);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public boolean isFolded() {
        return folded;
    }

    public Long replyTo() {
        return replyTo;
    }

    public boolean isHidden() {
        return hidden;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    public String kind() {
        return kind;
    }

    public String body() {
        return body;
    }

    public String source() {
        return source;
    }

    public String format() {
        return format;
    }

    public String authorName() {
        return authorName;
    }

    public String authorEmail() {
        return authorEmail;
    }

    public long version() {
        return version;
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

    /** What two texts are searched by: lower case, without accents. */
    public static String searchable(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return bare.length() <= PLAIN_CHARS ? bare : bare.substring(0, PLAIN_CHARS);
    }

    /** As the feed shows it, with what hangs on it. */
    public FeedEntry toRecord(String shownBody, List<FieldChange> changes, List<FeedEntry.Attachment> files,
            List<FeedEntry.Delivery> deliveries, Instant editableUntil) {
        return new FeedEntry(id, kind, subtype, author(), at, shownBody, changes, files, replyTo, causeId, deliveries,
                shownMarks(), folded && !undone, automatic, editedAt, deletedAt, editableUntil, List.of(),
                Phrase.parse(phrase).map(Phrases::shown).orElse(null));
    }

    /** Who wrote or did it; somebody known by address only has the kind {@code address}. */
    public NamedPerson author() {
        if (authorId != null) {
            return new NamedPerson(authorKind, authorId, authorName);
        }
        return authorEmail == null ? null : new NamedPerson("address", 0, authorName == null ? authorEmail : authorName);
    }

    private List<String> shownMarks() {
        List<String> shown = new ArrayList<>(marks.isEmpty() ? List.of() : List.of(marks.split(",")));
        if (undone) {
            shown.add("undone");
        }
        return shown;
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }
}
