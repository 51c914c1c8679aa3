package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.Attendee;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.EventTime;
import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.ReminderLine;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Sentence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Events as the contract shows them to one reader. Who may not see a private one sees Busy (SEMANTICS I5). */
final class EventViews {

    static final String BUSY = "Busy";

    private final Directory directory;
    private final RecordIndex records;
    private final Actor actor;

    EventViews(Directory directory, RecordIndex records, Actor actor) {
        this.directory = directory;
        this.records = records;
        this.actor = actor;
    }

    /** An occurrence with the meeting that it is of. */
    record Shown(Meeting meeting, Occurrence occurrence) {

        /** Null for a single event. */
        LocalDateTime id() {
            return meeting.series().recurring() ? occurrence.id() : null;
        }
    }

    /** Names and records take three queries, however many there are. */
    List<com.pivotino.crm.api.calendar.Occurrence> of(List<Shown> all, Set<Address> calendars) {
        List<Meeting> meetings = all.stream().map(Shown::meeting).distinct().toList();
        Names names = Names.of(directory, meetings);
        Set<RecordRef> readable = readable(meetings);
        return all.stream().map(shown -> of(shown, calendars, names, readable)).toList();
    }

    private com.pivotino.crm.api.calendar.Occurrence of(Shown shown, Set<Address> calendars, Names names, Set<RecordRef> readable) {
        Meeting meeting = shown.meeting();
        CalendarEvent event = meeting.event();
        Occurrence occurrence = shown.occurrence();
        Texts texts = Texts.of(occurrence.details());
        List<Attendance> invited = meeting.invited(shown.id());
        boolean seen = EventAccess.sees(actor, meeting, shown.id(), texts);
        List<PersonRef> there = invited.stream().map(Attendance::address).filter(calendars::contains).map(Address::person)
                .filter(Objects::nonNull).toList();
        return new com.pivotino.crm.api.calendar.Occurrence(event.id(), idText(meeting, shown.id()), seen ? texts.title() : BUSY,
                start(occurrence.slot()), end(occurrence.slot()), occurrence.slot().allDay(), seen ? event.rrule() : null,
                seen ? texts.location() : null, seen && event.record() != null && readable.contains(event.record()) ? event.record() : null,
                seen ? names.user(event.organizerId()) : null, seen ? attendees(invited, names) : List.of(), myAnswer(invited),
                texts.privacy(), texts.showAs(), meeting.series().recurring() && occurrence.overridden(), there,
                EventAccess.mayEdit(actor, meeting), seen ? event.activityId() : null);
    }

    /** @param adjusted whether the start was moved to the rule's first match */
    Event of(Meeting meeting, LocalDateTime id, List<ReminderLine> reminders, boolean adjusted) {
        CalendarEvent event = meeting.event();
        Optional<Occurrence> one = id == null ? Optional.empty() : meeting.series().occurrence(id);
        TimeSlot slot = one.map(Occurrence::slot).orElse(event.slot());
        Texts texts = one.map(occurrence -> Texts.of(occurrence.details())).orElse(event.texts());
        Names names = Names.of(directory, List.of(meeting));
        List<Attendance> invited = meeting.invited(id);
        if (!EventAccess.sees(actor, meeting, id, texts)) {
            return new Event(event.id(), event.version(), idText(meeting, id), BUSY, start(slot), end(slot), zone(slot), slot.allDay(),
                    null, List.of(), List.of(), null, null, null, null, null, null, null, texts.privacy(), texts.showAs(),
                    false, null, false, false, null);
        }
        RecordRef record = readable(List.of(meeting)).stream().findFirst().orElse(null);
        String recordTitle = record == null ? null : records.find(record).map(IndexedRecord::title).orElse(null);
        NamedRef organizer = names.user(event.organizerId());
        return new Event(event.id(), event.version(), idText(meeting, id), texts.title(), start(slot), end(slot), zone(slot),
                slot.allDay(), event.rrule(), reminders(meeting, reminders), attendees(invited, names), texts.location(),
                texts.description(), record, recordTitle,
                event.activityId(), organizer, myAnswer(invited), texts.privacy(), texts.showAs(),
                one.map(Occurrence::overridden).orElse(false), event.continuedFrom(), EventAccess.mayEdit(actor, meeting), adjusted,
                sentence(meeting), hints(meeting));
    }

    private static List<String> hints(Meeting meeting) {
        return meeting.series().hints().stream().map(hint -> hint.name().toLowerCase(Locale.ROOT)).sorted().toList();
    }

    private String sentence(Meeting meeting) {
        return meeting.series().recurring() ? Sentence.of(meeting.series(), actor.locale()) : null;
    }

    private List<Reminder> reminders(Meeting meeting, List<ReminderLine> lines) {
        Address me = actor.userId() == null ? null : Address.user(actor.userId());
        boolean own = me != null && meeting.invited().stream()
                .anyMatch(attendance -> attendance.address().equals(me) && attendance.hasOwnReminders());
        return lines.stream().filter(line -> Objects.equals(line.owner(), own ? me : null)).map(ReminderLine::reminder).toList();
    }

    private String myAnswer(List<Attendance> invited) {
        Address me = actor.userId() == null ? null : Address.user(actor.userId());
        return invited.stream().filter(attendance -> attendance.address().equals(me)).map(Attendance::answer).findFirst().orElse(null);
    }

    private Set<RecordRef> readable(Collection<Meeting> meetings) {
        Set<RecordRef> refs = meetings.stream().map(meeting -> meeting.event().record()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return refs.isEmpty() ? Set.of() : records.readable(actor, refs);
    }

    private static List<Attendee> attendees(List<Attendance> invited, Names names) {
        return invited.stream().map(attendance -> new Attendee(attendance.address().person(), attendance.email(),
                names.of(attendance), attendance.answer(), attendance.isOrganizer())).toList();
    }

    private static String idText(Meeting meeting, LocalDateTime id) {
        return id == null || !meeting.series().recurring() ? null : idText(meeting.series().slot().allDay(), id);
    }

    static String idText(boolean allDay, LocalDateTime id) {
        return allDay ? id.toLocalDate().toString() : id.toString();
    }

    static EventTime start(TimeSlot slot) {
        return slot.allDay() ? new EventTime(slot.start().toLocalDate(), null, null)
                : new EventTime(slot.shownStart(), slot.zone().getId(), slot.startInstant());
    }

    static EventTime end(TimeSlot slot) {
        return slot.allDay() ? new EventTime(slot.shownEnd().toLocalDate(), null, null)
                : new EventTime(slot.shownEnd(), slot.zone().getId(), slot.endInstant());
    }

    private static String zone(TimeSlot slot) {
        return slot.zone() == null ? null : slot.zone().getId();
    }
}
