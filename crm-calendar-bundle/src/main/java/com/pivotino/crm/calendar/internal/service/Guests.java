package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Those who were invited to single occurrences only: their calendars know nothing of the series, so a change of it is told
 * them occurrence by occurrence (SEMANTICS I2).
 */
final class Guests {

    private final Meeting was;
    private final Map<Attendance, LocalDateTime> before = new LinkedHashMap<>();

    private Guests(Meeting was) {
        this.was = was;
        was.guests().forEach(one -> before.put(one, LocalDateTime.parse(one.recurrenceId())));
    }

    /** As they were before an act changes the event. */
    static Guests of(Meeting was) {
        return new Guests(was);
    }

    /** All of it is off. */
    void cancelAll(InvitationMails mails, MeetingNews news) {
        before.forEach((guest, id) -> cancel(guest, id, mails, news));
    }

    /**
     * What became of their occurrences.
     *
     * @param now  where the event goes on; another one after a split
     * @param left what stays of it, the same unless it was split
     */
    void tell(Meeting now, Meeting left, CalendarUnitOfWork unit, Transaction tx) {
        InvitationMails mails = new InvitationMails(unit, tx);
        MeetingNews news = new MeetingNews(unit, tx);
        Collection<Attendance> staying = left.guests();
        before.forEach((guest, id) -> {
            boolean same = staying.contains(guest) && LocalDateTime.parse(guest.recurrenceId()).equals(id);
            if (!same) {
                cancel(guest, id, mails, news);
            }
        });
        for (Attendance guest : now.guests()) {
            LocalDateTime id = LocalDateTime.parse(guest.recurrenceId());
            if (!news.isOver(now, id)) {
                mails.request(now, id, List.of(guest));
            }
        }
    }

    private void cancel(Attendance guest, LocalDateTime id, InvitationMails mails, MeetingNews news) {
        if (!news.isOver(was, id)) {
            mails.cancel(was, id, List.of(guest));
        }
    }
}
