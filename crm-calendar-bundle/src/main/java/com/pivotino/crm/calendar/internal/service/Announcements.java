package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.service.AttendeeOperations.Change;
import java.time.LocalDateTime;
import java.util.List;

/** Who is told what after an act: followers and colleagues, and reminders are set anew. */
final class Announcements {

    private final MeetingNews news;
    private final ReminderPlanning reminders;

    Announcements(CalendarUnitOfWork unit, Transaction tx) {
        this.news = new MeetingNews(unit, tx);
        this.reminders = new ReminderPlanning(unit, tx.now());
    }

    void created(Meeting meeting, List<Attendance> added) {
        news.scheduled(meeting, null, added);
        reminders.plan(meeting);
    }

    /** @param before when it took place; {@code id} is the one occurrence that was meant, or null */
    void edited(Meeting was, Meeting now, LocalDateTime id, EventEdit wanted, Change people, TimeSlot before, boolean rescheduled) {
        if (!people.removed().isEmpty()) {
            news.cancelled(was, id, people.removed());
        }
        if (rescheduled) {
            news.moved(now, id, before);
        }
        if (!people.added().isEmpty()) {
            news.scheduled(now, id, people.added());
        }
        reminders.plan(now);
    }

    /** Occurrences were taken out of a series. */
    void takenOut(Meeting was, LocalDateTime id, Series rest) {
        news.cancelled(was, id, was.invited(id));
    }

    /** A series has fewer occurrences than before. */
    void shortened(Meeting now) {
        reminders.plan(now);
    }

    void cancelled(Meeting was) {
        news.cancelled(was, null, was.invited());
        reminders.end(was);
    }

    void answered(Meeting now) {
        reminders.plan(now);
    }
}
