package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
 * A single event, or a series by its start and rule; occurrences are computed, never stored (SEMANTICS R8). Life cycle:
 * confirmed, then changed any number of times, then cancelled, which leaves it for subscribers to see for 60 days (I3).
 */
@Entity
@Table(name = "cal_event")
public class CalendarEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cal_seq")
    @SequenceGenerator(name = "cal_seq", sequenceName = "cal_seq", allocationSize = 50)
    private Long id;
    @Version
    private long version;
    private String uid;
    /** Counts what other calendars must hear of (RFC 5545 SEQUENCE). */
    @Column(name = "sequence_no")
    private int sequence;
    private String title;
    private String description;
    private String location;
    @Column(name = "all_day")
    private boolean allDay;
    @Column(name = "start_local")
    private String startLocal;
    @Column(name = "length_seconds")
    private long lengthSeconds;
    private String zone;
    private String rrule;
    private String exdates;
    @Column(name = "first_start")
    private Instant firstStart;
    @Column(name = "last_end")
    private Instant lastEnd;
    @Column(name = "organizer_id")
    private Long organizerId;
    @Column(name = "created_by")
    private Long createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "changed_by")
    private Long changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private Long recordId;
    @Column(name = "activity_id")
    private Long activityId;
    private String privacy;
    @Column(name = "show_as")
    private String showAs;
    @Column(name = "cancelled_at")
    private Instant cancelledAt;
    @Column(name = "continued_from")
    private Long continuedFrom;
    private String edits = "";
    /** The sequence since which answers count. */
    @Column(name = "asked_sequence")
    private int askedSequence;
    /** Of the zone rules that the bounds and reminders were computed by. */
    @Column(name = "zone_version")
    private String zoneVersion = "";
    /** See {@link AnnouncedZoneRules}. */
    @Column(name = "told_clocks")
    private String announcedZoneRules;

    protected CalendarEvent() {
    }

    public CalendarEvent(EventOrigin origin, Texts texts) {
        this.uid = origin.uid();
        this.organizerId = origin.organizerId();
        this.createdBy = origin.createdBy();
        this.createdAt = origin.at();
        this.changedBy = origin.createdBy();
        this.changedAt = origin.at();
        this.activityId = origin.activityId();
        this.continuedFrom = origin.continuedFrom();
        belongTo(origin.record());
        say(texts);
    }

    public void say(Texts texts) {
        title = texts.title();
        description = texts.description();
        location = texts.location();
        privacy = texts.privacy();
        showAs = texts.showAs();
    }

    /** @param deleted original local starts of occurrences that are gone (RFC 5545 EXDATE) */
    public void takePlace(TimeSlot slot, String rule, Collection<LocalDateTime> deleted) {
        allDay = slot.allDay();
        startLocal = slot.start().toString();
        lengthSeconds = slot.length().toSeconds();
        zone = slot.zone() == null ? null : slot.zone().getId();
        rrule = rule;
        exdates = deleted.isEmpty() ? null : deleted.stream().sorted().map(LocalDateTime::toString).collect(Collectors.joining(","));
    }

    /** Bounds within which all occurrences lie, whatever the reader's zone. */
    public void reach(Instant first, Instant last) {
        firstStart = first;
        lastEnd = last;
    }

    /** Bounds and reminders hold by these zone rules (SEMANTICS T5). */
    public void computedBy(String zoneRules) {
        zoneVersion = zoneRules;
    }

    /** Others were told of the event by mail, with these clocks. */
    public void told(String clocks) {
        announcedZoneRules = clocks;
    }

    /** The clocks by which others know the event, or null if nobody was told by mail. */
    public String announcedZoneRules() {
        return announcedZoneRules;
    }

    public void belongTo(RecordRef record) {
        recordType = record == null ? null : record.type();
        recordId = record == null ? null : (Long) record.id();
    }

    /** Stands for the activity, or for none. */
    public void standFor(Long activity) {
        activityId = activity;
    }

    public void organizeBy(Long user) {
        organizerId = user;
    }

    /** Says who changed which members; the version is the one that the change leads to. */
    public void touch(Collection<String> members, Long by, Instant at) {
        Map<String, String> last = edits();
        members.forEach(member -> last.put(member, (version + 1) + " " + (by == null ? 0 : by)));
        // The count of changes makes the row another one even if nothing else in it did.
        int count = Integer.parseInt(last.getOrDefault("changes", "0 0").split(" ")[0]) + 1;
        last.put("changes", count + " 0");
        edits = last.entrySet().stream().map(edit -> edit.getKey() + " " + edit.getValue()).collect(Collectors.joining("\n"));
        changedBy = by;
        changedAt = at;
    }

    /** Which of the members have changed since that version. */
    public Set<String> changedSince(long known, Collection<String> members) {
        Map<String, String> last = edits();
        return members.stream().filter(member -> last.containsKey(member)
                && Long.parseLong(last.get(member).split(" ")[0]) > known).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> edits() {
        return edits.isEmpty() ? new LinkedHashMap<>() : Arrays.stream(edits.split("\n")).map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (a, b) -> b, LinkedHashMap::new));
    }

    /** Other calendars must hear of what has changed. */
    public void announce() {
        sequence++;
    }

    /** Answers to what was before count no more. */
    public void askAgain() {
        askedSequence = sequence;
    }

    public int askedSequence() {
        return askedSequence;
    }

    /** Is off; stays for those who subscribe. */
    public void cancel(Long by, Instant at) {
        cancelledAt = at;
        activityId = null;
        touch(Set.of("status"), by, at);
        sequence++;
    }

    /** Takes place after all. */
    public void revive(Long activity, Long by, Instant at) {
        cancelledAt = null;
        activityId = activity;
        touch(Set.of("status"), by, at);
        sequence++;
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    public Texts texts() {
        return new Texts(title, description, location, privacy, showAs);
    }

    public TimeSlot slot() {
        return new TimeSlot(LocalDateTime.parse(startLocal), Duration.ofSeconds(lengthSeconds), allDay ? null : ZoneId.of(zone));
    }

    /** RFC 5545 value, or null for a single event. */
    public String rrule() {
        return rrule;
    }

    public boolean isSeries() {
        return rrule != null;
    }

    /** Original local starts of deleted occurrences. */
    public Set<LocalDateTime> exdates() {
        return exdates == null ? Set.of()
                : Arrays.stream(exdates.split(",")).map(LocalDateTime::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isAllDay() {
        return allDay;
    }

    public Instant lastEnd() {
        return lastEnd;
    }

    public Instant firstStart() {
        return firstStart;
    }

    public RecordRef record() {
        return recordType == null ? null : new RecordRef(recordType, recordId);
    }

    /** The event itself, as acts lock it. */
    public RecordRef ref() {
        return new RecordRef("event", id);
    }

    public boolean isLedBy(Long user) {
        return user != null && (Objects.equals(organizerId, user) || Objects.equals(createdBy, user));
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String uid() {
        return uid;
    }

    public int sequence() {
        return sequence;
    }

    public Long organizerId() {
        return organizerId;
    }

    public Long createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Long changedBy() {
        return changedBy;
    }

    public Instant cancelledAt() {
        return cancelledAt;
    }

    public Long activityId() {
        return activityId;
    }

    public Long continuedFrom() {
        return continuedFrom;
    }
}
