package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.EventChange;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The meetings to come of a record that was closed: cancelled if that is wanted, and back if the closing is undone. */
public final class ClosedMeetings {

    private static final String OWNER = "calendar";

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    public ClosedMeetings(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    /** An undone act as far as the calendar is concerned. */
    public record Undone(Steps steps) {
    }

    /** What the calendar kept. */
    public record Steps(List<Step> calendar) {
    }

    /**
     * A meeting as it was before.
     *
     * @param rrule   the rule, or null
     * @param exdates deleted occurrences
     */
    public record Step(long eventId, String rrule, List<String> exdates, Long activityId) {
    }

    /** Single ones that have not begun are off; of series all that is to come. */
    public void cancel(RecordRef record) {
        for (CalendarEvent event : unit.events().ofRecord(record, tx.now(), SeriesSaving.FOREVER)) {
            cancel(unit.load(List.of(event)).get(0), record);
        }
    }

    /** The meeting is off, as far as it has not begun. */
    void cancel(Meeting meeting, RecordRef record) {
        CalendarEvent event = meeting.event();
        Optional<Occurrence> next = meeting.series().next(tx.now(), ZoneOffset.UTC);
        if (next.isEmpty()) {
            return;
        }
        keep(tx, record, event);
        event.standFor(null);
        if (!meeting.series().recurring()) {
            unit.operations(tx).cancel(meeting);
        } else {
            unit.operations(tx).delete(meeting, new EventChange(RecurrenceScope.FOLLOWING, null, true, false), next.get().id());
        }
    }

    /** Keeps how a meeting stands, in case the act is undone. */
    static void keep(Transaction tx, RecordRef record, CalendarEvent event) {
        tx.undoStep(record, OWNER, new Step(event.id(), event.rrule(), event.exdates().stream().map(LocalDateTime::toString).toList(),
                event.activityId()));
    }

    /** Brings back what was cancelled, and the activities that meetings stood for. */
    public void takeBack(Undone undone) {
        List<Step> steps = undone.steps() == null || undone.steps().calendar() == null ? List.of() : undone.steps().calendar();
        steps.forEach(step -> unit.events().any(step.eventId()).ifPresent(event -> takeBack(step, event)));
    }

    private void takeBack(Step step, CalendarEvent event) {
        boolean shortened = !Objects.equals(step.rrule(), event.rrule());
        if (event.isCancelled() || shortened) {
            event.revive(step.activityId(), tx.actor().userId(), tx.now());
            event.takePlace(event.slot(), step.rrule(), step.exdates().stream().map(LocalDateTime::parse)
                    .collect(Collectors.toCollection(TreeSet::new)));
            unit.operations(tx).revived(unit.load(List.of(event)).get(0));
        } else {
            event.standFor(step.activityId());
        }
    }
}
