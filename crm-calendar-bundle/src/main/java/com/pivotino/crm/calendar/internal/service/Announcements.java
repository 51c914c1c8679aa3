package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.service.AttendeeOperations.Change;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** Who is told what after an act: followers and colleagues in the app, others by mail; and reminders are set anew. */
final class Announcements {

    private final MeetingNews news;
    private final ReminderPlanning reminders;
    private final InvitationMails mails;

    Announcements(CalendarUnitOfWork unit, Transaction tx) {
        this.news = new MeetingNews(unit, tx);
        this.reminders = new ReminderPlanning(unit, tx.now());
        this.mails = new InvitationMails(unit, tx);
    }

    void created(Meeting meeting, Collection<Attendance> added) {
        news.scheduled(meeting, null, added);
        request(meeting, null, meeting.invited());
        reminders.plan(meeting);
    }

    /**
     * @param id     the one occurrence that was meant, or null
     * @param before when it took place
     */
    void edited(Meeting was, Meeting now, LocalDateTime id, EventEdit wanted, Change people, TimeSlot before, boolean rescheduled) {
        boolean split = was.event() != now.event();
        if (wanted.isSeen() || !people.removed().isEmpty()) {
            now.event().announce();
        }
        if (rescheduled) {
            now.event().askAgain();
        }
        if (!people.removed().isEmpty()) {
            news.cancelled(was, id, people.removed());
            cancel(was, id, people.removed());
        }
        if (rescheduled) {
            news.moved(now, id, before);
        }
        if (!people.added().isEmpty()) {
            news.scheduled(now, id, people.added());
        }
        request(now, id, split || wanted.isSeen() ? now.invited(id) : people.added());
        reminders.plan(now);
    }

    /** Occurrences are taken out of a series; of several the others hear by the rule that is left. */
    void takenOut(Meeting was, LocalDateTime id) {
        was.event().announce();
        news.cancelled(was, id, was.invited(id));
        if (id != null) {
            cancel(was, id, was.invited(id));
        }
    }

    /** A series ends earlier than before. */
    void shortened(Meeting now) {
        now.event().announce();
        request(now, null, now.invited());
        reminders.plan(now);
    }

    /** A series has one occurrence less. */
    void thinned(Meeting now) {
        reminders.plan(now);
    }

    void cancelled(Meeting was) {
        was.event().announce();
        news.cancelled(was, null, was.invited());
        cancel(was, null, was.invited());
        Guests.of(was).cancelAll(mails, news);
        reminders.end(was);
    }

    void answered(Meeting now) {
        reminders.plan(now);
    }

    private void request(Meeting meeting, LocalDateTime id, Collection<Attendance> people) {
        if (!news.isOver(meeting, id)) {
            mails.request(meeting, id, people);
        }
    }

    private void cancel(Meeting meeting, LocalDateTime id, Collection<Attendance> people) {
        if (!news.isOver(meeting, id)) {
            mails.cancel(meeting, id, List.copyOf(people));
        }
    }
}
