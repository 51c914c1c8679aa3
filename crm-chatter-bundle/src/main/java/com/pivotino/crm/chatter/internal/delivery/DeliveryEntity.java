package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Said;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * One person is told of one event by one channel (SEMANTICS X1, X7). Written in the act that posts a message, or by the
 * settled listener for what happened to a record. Begins {@code pending}, or {@code skipped} with the reason for a person
 * who was left out on purpose. Pending ones are handed to their channel when {@code next_at} has come.
 */
@Entity
@Table(name = "ch_delivery")
public class DeliveryEntity {

    /** {@code person_kind} of somebody who is known by address only. */
    public static final String ADDRESS = "address";

    /** What {@link #cells} gives, in its order. */
    static final List<String> COLUMNS = List.of("event_id", "event_type", "record_type", "record_id", "entry_id", "recipient",
            "person_kind", "person_id", "person_name", "address", "channel", "kind", "title", "why", "state", "reason",
            "created_at", "due_at", "next_at", "attempts", "settled_at", "cause_id", "author_kind", "author_id", "author_name",
            "title_phrase", "why_phrase");

    private static final int TITLE_CHARS = 500;
    private static final int REASON_CHARS = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "event_id")
    private String eventId;
    @Column(name = "event_type")
    private String eventType;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private long recordId;
    @Column(name = "entry_id")
    private Long entryId;
    private String recipient;
    @Column(name = "person_kind")
    private String personKind;
    @Column(name = "person_id")
    private long personId;
    @Column(name = "person_name")
    private String personName;
    private String address;
    private String channel;
    private String kind;
    private String title;
    private String why;
    private String state;
    private String reason;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "next_at")
    private Instant nextAt;
    private int attempts;
    @Column(name = "settled_at")
    private Instant settledAt;
    @Column(name = "claimed_by")
    private String claimedBy;
    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "cause_id")
    private String causeId;
    @Column(name = "author_kind")
    private String authorKind;
    @Column(name = "author_id")
    private Long authorId;
    @Column(name = "author_name")
    private String authorName;
    @Column(name = "title_phrase")
    private String titlePhrase;
    @Column(name = "why_phrase")
    private String whyPhrase;

    protected DeliveryEntity() {
    }

    /**
     * A pending delivery.
     *
     * @param about   what is told
     * @param to      who is told
     * @param channel {@code app}, {@code mail} or a partner's
     * @param why     why this person is told
     * @param dueAt   not before this instant
     */
    public DeliveryEntity(DeliverySubject about, DeliveryRecipient to, String channel, Said why, Instant dueAt) {
        this.eventId = about.eventId();
        this.eventType = about.eventType();
        this.recordType = about.record().type();
        this.recordId = about.record().id();
        this.entryId = about.entryId();
        this.kind = about.kind();
        this.title = cut(about.title().sentence(), TITLE_CHARS);
        this.titlePhrase = about.title().phrase().text();
        this.createdAt = about.at();
        this.causeId = about.causeId();
        this.authorKind = about.author() == null ? null : about.author().kind();
        this.authorId = about.author() == null ? null : about.author().id();
        this.authorName = about.author() == null ? null : about.author().name();
        this.recipient = to.key();
        this.personKind = to.person() == null ? ADDRESS : to.person().kind().name().toLowerCase(Locale.ROOT);
        this.personId = to.person() == null ? 0 : to.person().id();
        this.personName = to.name();
        this.address = to.address();
        this.channel = channel;
        this.why = why == null ? "" : why.sentence();
        this.whyPhrase = why == null ? null : why.phrase().text();
        this.state = DeliveryState.PENDING.key();
        this.dueAt = dueAt;
        this.nextAt = dueAt;
    }

    /** This person was left out on purpose, or need not be told any more. */
    public DeliveryEntity skip(String because, Instant now) {
        settle(DeliveryState.SKIPPED, because, now);
        return this;
    }

    /** The end of this delivery, or its state as of now. */
    public void settle(DeliveryState now, String because, Instant at) {
        state = now.key();
        reason = reason(because);
        settledAt = at;
        claimedBy = null;
        claimedUntil = null;
    }

    /** As long as the column takes. */
    static String reason(String because) {
        return because == null ? null : cut(because, REASON_CHARS);
    }

    /** Another try at this instant. */
    public void tryAgain(String because, Instant at) {
        state = DeliveryState.PENDING.key();
        reason = reason(because);
        attempts++;
        nextAt = at;
        claimedBy = null;
        claimedUntil = null;
    }

    /** Waits until this instant without having been tried: quiet hours, a digest. */
    public void postpone(Instant until) {
        nextAt = until;
        claimedBy = null;
        claimedUntil = null;
    }

    /** The row of a new one, for {@link #COLUMNS}. */
    Object[] cells() {
        return new Object[] {eventId, eventType, recordType, recordId, entryId, recipient, personKind, personId, personName,
            address, channel, kind, title, why, state, reason, createdAt, dueAt, nextAt, attempts, settledAt,
            causeId, authorKind, authorId, authorName, titlePhrase, whyPhrase};
    }

    /** As an entry of the feed lists it. */
    public FeedEntry.Delivery toRecord() {
        return new FeedEntry.Delivery(new NamedPerson(personKind, personId, personName), channel, state, reason);
    }

    /** Recipient and channel: what there is one of for each event. */
    public String key() {
        return recipient + " " + channel;
    }

    public Long id() {
        return id;
    }

    public String eventId() {
        return eventId;
    }

    public String eventType() {
        return eventType;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    /** The feed's entry, or null for what has none. */
    public Long entryId() {
        return entryId;
    }

    /** A user or contact, or null for somebody known by address only. */
    public PersonRef person() {
        return ADDRESS.equals(personKind) ? null
                : new PersonRef(PersonRef.Kind.valueOf(personKind.toUpperCase(Locale.ROOT)), personId);
    }

    public String personName() {
        return personName;
    }

    /** Where to send it, or null for the person's own address as of sending. */
    public String address() {
        return address;
    }

    public String channel() {
        return channel;
    }

    /** Key of a subtype, or {@code mention}, {@code assigned}, {@code handed_over}. */
    public String kind() {
        return kind;
    }

    /** In English. */
    public String title() {
        return title;
    }

    /** The title for other languages; empty for one that was written by an earlier version. */
    Optional<Phrase> titlePhrase() {
        return Phrase.parse(titlePhrase);
    }

    /** The reason for other languages; as {@link #titlePhrase()}. */
    Optional<Phrase> whyPhrase() {
        return Phrase.parse(whyPhrase);
    }

    public String why() {
        return why;
    }

    public DeliveryState state() {
        return DeliveryState.valueOf(state.toUpperCase(Locale.ROOT));
    }

    public String reason() {
        return reason;
    }

    /** Who did it, or null. */
    NamedPerson author() {
        return authorId == null ? null : new NamedPerson(authorKind, authorId, authorName);
    }

    /** The same for all that one act brought about, or null. */
    String causeId() {
        return causeId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** Tries so far that did not succeed. */
    public int attempts() {
        return attempts;
    }

    private static String cut(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, chars - 1) + "\u2026";
    }
}
