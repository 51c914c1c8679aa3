package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.ImportReport;
import com.pivotino.crm.api.calendar.ImportReport.Problem;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.EventOrigin;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.ical.IcsEvent;
import com.pivotino.crm.calendar.internal.ical.IcsFile;
import com.pivotino.crm.calendar.internal.ical.IcsPerson;
import com.pivotino.crm.calendar.internal.ical.IcsReader;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads events of another program into a user's calendar; nobody is invited by that. */
final class CalendarImport {

    private static final int MOST = 5_000;
    private static final int MOST_PROBLEMS = 100;
    private static final int MAX_UID = 255;

    private final Actor actor;
    private final IcsFile file;
    private int created;
    private int updated;

    CalendarImport(Actor actor, String text, Instant now) {
        this.actor = actor;
        this.file = IcsReader.read(text, actor.zone(), now);
        if (file.events().size() > MOST) {
            throw CrmException.invalid("body", "too_many", "At most " + MOST + " events at once.");
        }
    }

    ImportReport into(CalendarUnitOfWork unit, Transaction tx) {
        created = 0;
        updated = 0;
        int skipped = (int) file.problems().stream().filter(IcsFile.Problem::skipped).count();
        for (IcsEvent event : file.events()) {
            int before = created + updated;
            take(event, unit, tx);
            skipped += created + updated == before ? 1 : 0;
        }
        List<Problem> problems = file.problems().stream().limit(MOST_PROBLEMS).map(one -> new Problem(one.uid(), one.message())).toList();
        return new ImportReport(created, updated, skipped, problems);
    }

    private void take(IcsEvent ics, CalendarUnitOfWork unit, Transaction tx) {
        String uid = ics.uid() == null ? MeetingWriter.newUid() : ics.uid().substring(0, Math.min(ics.uid().length(), MAX_UID));
        Series series = tidy(ics.series());
        Optional<CalendarEvent> known = unit.events().ofUid(uid).stream()
                .filter(event -> !event.isCancelled() && event.isLedBy(actor.userId())).findFirst();
        if (ics.cancelled()) {
            known.ifPresent(event -> {
                unit.operations(tx).cancel(unit.require(event.id()));
                updated++;
            });
            return;
        }
        MeetingWriter writer = new MeetingWriter(unit, tx);
        if (known.isEmpty()) {
            add(ics, series, uid, writer, unit, tx);
            created++;
            return;
        }
        Meeting meeting = unit.require(known.get().id());
        if (!same(meeting.series(), series)) {
            Set<String> members = Set.of("start", "rrule", "title", "description", "location");
            new EarlierValues(unit).keep(meeting, null, members);
            writer.save(meeting, series);
            meeting.event().touch(members, actor.userId(), tx.now());
            finish(known.get(), writer, unit, tx, "changed");
            updated++;
        }
    }

    private static boolean same(Series one, Series other) {
        return one.slot().equals(other.slot()) && Objects.equals(one.rrule(), other.rrule()) && one.exdates().equals(other.exdates())
                && one.overrides().equals(other.overrides()) && one.details().equals(other.details());
    }

    private void add(IcsEvent ics, Series series, String uid, MeetingWriter writer, CalendarUnitOfWork unit, Transaction tx) {
        boolean mine = ics.organizer() == null || isMine(ics.organizer(), unit);
        CalendarEvent event = writer.add(new EventOrigin(uid, mine ? actor.userId() : null, actor.userId(), tx.now(), null, null, null),
                series);
        Attendance me = unit.events().add(new Attendance(event.id(), null, Address.user(actor.userId()), null, null));
        if (mine) {
            me.lead();
        } else {
            me.answer(ics.attendees().stream().filter(one -> isMine(one, unit) && Attendance.ANSWERS.contains(one.answer()))
                    .map(IcsPerson::answer).findFirst().orElse(Attendance.NEEDS_ACTION), tx.now());
        }
        Map<Address, IcsPerson> others = new LinkedHashMap<>();
        ics.attendees().stream().filter(one -> !isMine(one, unit)).forEach(one -> others.put(Address.of(one.email()), one));
        if (!mine) {
            others.put(Address.of(ics.organizer().email()), ics.organizer());
        }
        others.forEach((address, person) -> {
            Attendance other = unit.events().add(new Attendance(event.id(), null, address, person.email(),
                    person.name() == null ? person.email() : cut(person.name(), Texts.MAX_TITLE)));
            if (person.answer() == null) {
                other.lead();
            } else if (Attendance.ANSWERS.contains(person.answer())) {
                other.answer(person.answer(), tx.now());
            }
        });
        unit.reminders().replace(event.id(), null, unit.preferences(actor.userId()).reminders());
        finish(event, writer, unit, tx, "created");
    }

    private static void finish(CalendarEvent event, MeetingWriter writer, CalendarUnitOfWork unit, Transaction tx, String what) {
        Meeting meeting = writer.again(event);
        meeting.attendances().forEach(one -> one.reachTo(event.lastEnd()));
        new ReminderPlanning(unit, tx.now()).plan(meeting);
        new MeetingNews(unit, tx).changed(event, what);
    }

    private boolean isMine(IcsPerson person, CalendarUnitOfWork unit) {
        return unit.directory().user(actor.userId()).filter(user -> person.email().equalsIgnoreCase(user.email())).isPresent();
    }

    /** With what every event has here, and nothing longer than fits. */
    private static Series tidy(Series series) {
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>();
        series.overrides().forEach((id, override) -> overrides.put(id,
                new OccurrenceOverride(id, override.slot(), known(override.details(), false))));
        return new Series(series.slot(), series.rule(), series.exdates(), overrides, known(series.details(), true));
    }

    private static Map<String, Object> known(Map<String, Object> details, boolean all) {
        Map<String, Object> known = new LinkedHashMap<>();
        Map<String, Object> standard = new Texts("Without a title", null, null, "public", "busy").toDetails();
        for (String name : new ArrayList<>(standard.keySet())) {
            Object value = details.get(name) instanceof String text && !text.isBlank() ? cut(text.strip(), most(name)) : null;
            boolean needed = standard.get(name) != null;
            if (all || details.containsKey(name)) {
                known.put(name, value == null && needed ? standard.get(name) : value);
            }
        }
        return known;
    }

    private static int most(String name) {
        return "description".equals(name) ? Texts.MAX_DESCRIPTION : "location".equals(name) ? Texts.MAX_LOCATION : Texts.MAX_TITLE;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
