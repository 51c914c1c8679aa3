package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.EventChange;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.EventOrigin;
import com.pivotino.crm.calendar.internal.recurrence.EditResult;
import com.pivotino.crm.calendar.internal.recurrence.EditScope;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.SeriesEditor;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.service.AttendeeOperations.Change;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be done to events inside one act, by a person's call and by reactions alike. */
public final class EventOperations {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;
    private final MeetingWriter writer;
    private final MeetingNews news;
    private final ActivityLink link;
    private final AttendeeOperations attendees;

    EventOperations(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
        this.writer = new MeetingWriter(unit, tx);
        this.news = new MeetingNews(unit, tx);
        this.link = new ActivityLink(unit, tx);
        this.attendees = new AttendeeOperations(unit.events(), tx.now());
    }

    /** What an act made of an event, and which occurrence of it was meant. */
    record Outcome(Meeting meeting, LocalDateTime id, boolean startAdjusted) {
    }

    /** @param organizerId who leads it; who makes it takes part beside them */
    Outcome create(EventDraft draft, Long organizerId) {
        Series series = Series.starting(draft.slot(), draft.rrule(), draft.texts().toDetails());
        Long creator = tx.actor().userId();
        CalendarEvent event = writer.add(new EventOrigin(MeetingWriter.newUid(), organizerId, creator, tx.now(), draft.record(),
                draft.activityId(), null), series);
        if (organizerId != null) {
            join(event, organizerId).lead();
        }
        if (creator != null && !creator.equals(organizerId)) {
            join(event, creator).answer(Attendance.ACCEPTED, tx.now());
        }
        unit.reminders().replace(event.id(), null, draft.reminders());
        Meeting fresh = writer.again(event);
        Change change = attendees.invite(fresh, null, withCreator(draft.invitees(), creator, organizerId));
        Meeting meeting = writer.again(event);
        new Announcements(unit, tx).created(meeting, change.added());
        news.changed(event, "created");
        link.tell(meeting, null);
        return new Outcome(meeting, null, !series.slot().start().equals(draft.slot().start()));
    }

    private Attendance join(CalendarEvent event, long user) {
        Attendance attendance = unit.events().add(new Attendance(event.id(), null, Address.user(user), null, null));
        attendance.reachTo(event.lastEnd());
        return attendance;
    }

    private static List<Invitee> withCreator(List<Invitee> invitees, Long creator, Long organizer) {
        if (creator == null || creator.equals(organizer)
                || invitees.stream().anyMatch(one -> one.address().equals(Address.user(creator)))) {
            return invitees;
        }
        return Stream.concat(Stream.of(new Invitee(Address.user(creator), null, null)),
                invitees.stream()).toList();
    }

    /** @param id the occurrence that was opened, or null */
    Outcome edit(Meeting meeting, EventEdit wanted, EventChange change, LocalDateTime id) {
        Occurrence held = change.scope() == RecurrenceScope.ALL && !change.includePast() && wanted.edit().slot() != null
                ? meeting.series().occurrence(id == null ? meeting.series().slot().start() : id)
                        .filter(one -> !one.slot().endInstant(tx.actor().zone()).isAfter(tx.now())).orElse(null) : null;
        Occurrence next = held == null ? null : meeting.series().next(tx.now(), tx.actor().zone()).orElse(null);
        return next == null ? write(meeting, wanted, change, id) : write(meeting, wanted.from(held, next), change, next.id());
    }

    private Outcome write(Meeting meeting, EventEdit wanted, EventChange change, LocalDateTime id) {
        CalendarEvent event = meeting.event();
        EditScope scope = scope(change, id);
        EditResult plain = SeriesEditor.edit(meeting.series(), wanted.edit(), scope);
        TrackedOccurrences tracked = TrackedOccurrences.of(meeting);
        EditResult result = tracked.isEmpty() ? plain : SeriesEditor.edit(tracked.mark(meeting.series()), wanted.edit(),
                new EditScope(scope.scope(), scope.id(), true, scope.includePast(), scope.now(), scope.reader()));
        TimeSlot before = new MeetingNews(unit, tx).shown(meeting, id).slot();
        Guests guests = Guests.of(meeting);
        new EarlierValues(unit).keep(meeting, change.scope() == RecurrenceScope.THIS ? id : null, wanted.members());

        result.frozen().forEach(ended -> writer.freeze(meeting, ended));
        CalendarEvent continued = result.continued() == null ? null : writer.goOn(meeting, result.continued(), tracked);
        if (change.scope() != RecurrenceScope.THIS) {
            writer.follow(meeting, result.series(), tracked);
        }
        writer.save(meeting, TrackedOccurrences.unmark(result.series()));
        if (wanted.recordSet()) {
            event.belongTo(wanted.record());
        }
        event.touch(wanted.members(), tx.actor().userId(), tx.now());

        Meeting target = writer.again(continued == null ? event : continued);
        LocalDateTime one = change.scope() == RecurrenceScope.THIS ? id : null;
        Change people = wanted.invitees() == null ? Change.NONE : attendees.invite(target, one, wanted.invitees());
        target = writer.again(target.event());
        if (result.rescheduled()) {
            attendees.askAgain(target, one, tx.actor().userId());
            target = writer.again(target.event());
        }
        new Announcements(unit, tx).edited(meeting, target, one, wanted, people, before, result.rescheduled());
        if (one == null && (continued != null || wanted.isSeen())) {
            guests.tell(target, writer.again(event), unit, tx);
        }
        if (continued != null) {
            new Announcements(unit, tx).shortened(writer.again(event));
            news.changed(continued, "created");
        }
        news.changed(event, "changed");
        moveLink(event, target);
        return new Outcome(target, one, result.startAdjusted());
    }

    /** The activity stands for the next occurrence, wherever that is now (SEMANTICS A14, E2). */
    private void moveLink(CalendarEvent event, Meeting target) {
        boolean split = target.event() != event;
        boolean over = split && event.activityId() != null
                && writer.again(event).series().next(tx.now(), ZoneOffset.UTC).isEmpty();
        if (over) {
            target.event().standFor(event.activityId());
            event.standFor(null);
            link.tell(target, event.id());
        } else {
            link.tell(split ? writer.again(event) : target, null);
        }
    }

    void delete(Meeting meeting, EventChange change, LocalDateTime id) {
        CalendarEvent event = meeting.event();
        EditResult result = SeriesEditor.delete(meeting.series(), scope(change, id));
        if (result.deleted()) {
            result.frozen().forEach(ended -> writer.freeze(meeting, ended));
            cancel(meeting);
            return;
        }
        TrackedOccurrences tracked = TrackedOccurrences.of(meeting);
        LocalDateTime one = change.scope() == RecurrenceScope.THIS ? id : null;
        Guests guests = Guests.of(meeting);
        new Announcements(unit, tx).takenOut(meeting, one);
        if (!tracked.isEmpty()) {
            writer.follow(meeting, SeriesEditor.delete(tracked.mark(meeting.series()), scope(change, id)).series(), tracked);
        }
        writer.save(meeting, result.series());
        event.touch(Set.of("rrule"), tx.actor().userId(), tx.now());
        Meeting now = writer.again(event);
        if (one == null) {
            new Announcements(unit, tx).shortened(now);
            guests.tell(now, now, unit, tx);
        } else {
            new Announcements(unit, tx).thinned(now);
        }
        news.changed(event, "changed");
        link.tell(now, null);
    }

    /** The event is off as a whole. */
    public void cancel(Meeting meeting) {
        new Announcements(unit, tx).cancelled(meeting);
        link.tellDeleted(meeting.event());
        meeting.event().cancel(tx.actor().userId(), tx.now());
        unit.events().flush();
        news.changed(meeting.event(), "cancelled");
    }

    /** The event takes place after all, as it stands now. */
    void revived(Meeting meeting) {
        writer.save(meeting, meeting.series());
        new Announcements(unit, tx).created(writer.again(meeting.event()), List.of());
        news.changed(meeting.event(), "changed");
    }

    void answer(Meeting meeting, Attendance attendance, LocalDateTime id, String answer) {
        attendees.answer(meeting, id, attendance, answer);
        meeting.event().touch(Set.of("answers"), tx.actor().userId(), tx.now());
        Meeting now = writer.again(meeting.event());
        new Announcements(unit, tx).answered(now);
        news.changed(now.event(), "answered");
    }

    private EditScope scope(EventChange change, LocalDateTime id) {
        return new EditScope(change.scope(), id, change.confirmDiscard(), change.includePast(), tx.now(), tx.actor().zone());
    }
}
