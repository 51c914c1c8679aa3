package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.chatter.internal.domain.Following;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * A mail in the outbox (SEMANTICS L2): queued until a server has taken it, then sent; failed after the last attempt or when
 * the server refuses it for good; cancelled when nobody needs it any more. Its Message-ID never changes.
 */
@Entity
@Table(name = "ch_mail")
public class MailEntity {

    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofHours(2), Duration.ofHours(8));
    private static final int PROBLEM_CHARS = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Version
    private long version;
    private String origin;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private Long recordId;
    @Column(name = "entry_id")
    private Long entryId;
    @Column(name = "person_kind")
    private String personKind;
    @Column(name = "person_id")
    private Long personId;
    private String address;
    private String name;
    @Column(name = "sender_name")
    private String senderName;
    @Column(name = "sender_address")
    private String senderAddress;
    private String subject;
    @Column(name = "text_part")
    private String text;
    @Column(name = "html_part")
    private String html;
    @Column(name = "calendar_method")
    private String calendarMethod;
    private String calendar;
    @Column(name = "calendar_uid")
    private String calendarUid;
    private String files;
    @Column(name = "message_id")
    private String messageId;
    @Column(name = "in_reply_to")
    private String inReplyTo;
    private String refs;
    private String token;
    private boolean automatic;
    private String unsubscribe;
    private String state;
    private int attempts;
    @Column(name = "next_at")
    private Instant nextAt;
    @Column(name = "claimed_until")
    private Instant claimedUntil;
    private String problem;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "sent_at")
    private Instant sentAt;

    protected MailEntity() {
    }

    /**
     * Queues a letter.
     *
     * @param token     opaque, for answers and bounces
     * @param messageId with angle brackets
     */
    MailEntity(Letter letter, String token, String messageId, Instant now) {
        this.origin = letter.origin();
        this.recordType = letter.record() == null ? null : letter.record().type();
        this.recordId = letter.record() == null ? null : letter.record().id();
        this.entryId = letter.entryId();
        this.personKind = letter.person() == null ? null : Following.kind(letter.person());
        this.personId = letter.person() == null ? null : letter.person().id();
        this.address = letter.address();
        this.name = letter.name();
        this.senderName = letter.sender().name();
        this.senderAddress = letter.sender().address();
        this.subject = letter.content().subject();
        this.text = letter.content().text();
        this.html = letter.content().html();
        this.calendarMethod = letter.content().calendarMethod();
        this.calendar = letter.content().calendar();
        this.calendarUid = letter.content().calendarUid();
        this.files = letter.content().files().stream().map(String::valueOf).collect(Collectors.joining(","));
        this.messageId = messageId;
        this.inReplyTo = letter.thread().parent();
        this.refs = String.join(" ", letter.thread().references());
        this.token = token;
        this.automatic = letter.automatic();
        this.unsubscribe = letter.unsubscribe();
        this.state = "queued";
        this.nextAt = now;
        this.createdAt = now;
    }

    /** A server has taken it. */
    void sent(Instant now) {
        state = "sent";
        sentAt = now;
        claimedUntil = null;
        problem = null;
    }

    /** No server has taken it this time. @return whether that was the last attempt */
    boolean postpone(String reason, Instant now) {
        attempts++;
        claimedUntil = null;
        problem = cut(reason);
        if (attempts > WAITS.size()) {
            state = "failed";
        } else {
            nextAt = now.plus(WAITS.get(attempts - 1));
        }
        return "failed".equals(state);
    }

    /** It will not be taken, ever. */
    void refuse(String reason) {
        attempts++;
        state = "failed";
        claimedUntil = null;
        problem = cut(reason);
    }

    /** It came back after it had been sent. */
    void bounce(String reason) {
        state = "bounced";
        problem = cut(reason);
    }

    /** Nobody needs it any more. */
    void cancel() {
        state = "cancelled";
        claimedUntil = null;
    }

    /** Once more from the beginning, because a person asked for it. */
    void queueAgain(Instant now) {
        state = "queued";
        attempts = 0;
        nextAt = now;
        claimedUntil = null;
        problem = null;
    }

    boolean isQueued() {
        return "queued".equals(state);
    }

    /** It has not reached anybody, and nothing goes on by itself. */
    boolean isFailed() {
        return "failed".equals(state) || "bounced".equals(state);
    }

    private static String cut(String reason) {
        return reason.length() <= PROBLEM_CHARS ? reason : reason.substring(0, PROBLEM_CHARS);
    }

    /** What it is about, or null. */
    public RecordRef record() {
        return recordId == null ? null : new RecordRef(recordType, recordId);
    }

    public Long entryId() {
        return entryId;
    }

    /** Who got it, or null for somebody known by address only. */
    public PersonRef person() {
        return personId == null ? null : new PersonRef(PersonRef.Kind.valueOf(personKind.toUpperCase(Locale.ROOT)), personId);
    }

    public String address() {
        return address;
    }

    List<Long> fileIds() {
        return files.isEmpty() ? List.of() : Arrays.stream(files.split(",")).map(Long::valueOf).toList();
    }

    public Long id() {
        return id;
    }

    String name() {
        return name;
    }

    Letter.Sender sender() {
        return new Letter.Sender(senderName, senderAddress);
    }

    Letter.Content content() {
        return new Letter.Content(subject, text, html, calendarMethod, calendar, fileIds());
    }

    public String messageId() {
        return messageId;
    }

    MailThread thread() {
        return new MailThread(inReplyTo, refs.isEmpty() ? List.of() : List.of(refs.split(" ")));
    }

    String token() {
        return token;
    }

    boolean isAutomatic() {
        return automatic;
    }

    String unsubscribe() {
        return unsubscribe;
    }

    Instant createdAt() {
        return createdAt;
    }

    int attempts() {
        return attempts;
    }

    String problem() {
        return problem;
    }

    String origin() {
        return origin;
    }
}
