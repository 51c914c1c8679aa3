package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.LineParser;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.DayListing;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityBulk;
import com.pivotino.crm.api.activity.ActivityParsing;
import com.pivotino.crm.api.activity.ActivityWorkService;
import com.pivotino.crm.api.activity.MyDay;
import com.pivotino.crm.api.activity.ParsedActivity;
import com.pivotino.crm.api.activity.RescheduleChoices;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Steps;
import com.pivotino.crm.api.event.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Working off activities: the transaction's border and permission, then the {@link ActivityOperations}. */
@Component(service = ActivityWorkService.class)
public final class DefaultActivityWorkService implements ActivityWorkService {

    private static final int MOST_OF_A_DAY = 100;

    private final ActivityTransactions transactions;
    private final Clock clock;

    @Activate
    public DefaultActivityWorkService(@Reference ActivityTransactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Answer<Activity> claim(Actor actor, long id) {
        return act(actor, id, (unit, tx, activity) -> new Claims(unit.operations(tx), tx).claim(activity));
    }

    @Override
    public Answer<Activity> release(Actor actor, long id) {
        return act(actor, id, (unit, tx, activity) -> {
            unit.access().requireChangeable(actor, activity);
            new Claims(unit.operations(tx), tx).release(activity);
        });
    }

    @Override
    public Answer<BulkReport> bulk(Actor actor, ActivityBulk bulk) {
        BulkActs.check(bulk);
        Map<DueDateQuestion, DueDate> said = "done".equals(bulk.action()) ? ask(actor, bulk) : Map.of();
        Set<RecordRef> records = transactions.read(unit -> unit.store().activities(bulk.ids()).stream()
                .map(PlannedActivity::record).collect(Collectors.toSet()));
        // A moved due date or another assignee is seen and put back by hand; what is over would stay over (P19).
        int seconds = BulkActs.isUndoable(bulk) ? transactions.settings().undoSeconds() : 0;
        Act act = Act.of(actor, "api", records).undoable(seconds);
        return Steps.<Long, BulkReport>run(bulk.isPartial(), steps -> transactions.attempt(act, (unit, tx) -> {
            unit.store().activities(bulk.ids());
            return unit.undo(tx).around(records, () -> new BulkActs(unit, unit.operations(tx, said), tx).run(bulk, steps));
        }));
    }

    /** Before the act: what follows from those that are done. */
    private Map<DueDateQuestion, DueDate> ask(Actor actor, ActivityBulk bulk) {
        transactions.refreshTypes();
        return transactions.ask(transactions.read(unit -> new DueQuestions(unit, clock.instant()).ofBulk(actor, bulk.ids())));
    }

    @Override
    public MyDay myDay(Actor actor) {
        return transactions.read(unit -> day(unit, actor, clock.instant()));
    }

    @Override
    public MyDay orderMyDay(Actor actor, List<Long> ids) {
        List<Long> wanted = ids == null ? List.of() : ids.stream().distinct().toList();
        if (wanted.size() > ActivityBulk.MOST) {
            throw CrmException.invalid("ids", "too_long", "At most " + ActivityBulk.MOST + " activities.");
        }
        return transactions.act(Act.of(actor, new RecordRef("user", actor.userId())), (unit, tx) -> {
            Set<Long> mine = unit.store().activities(wanted).stream()
                    .filter(a -> a.isAssignedTo(actor.userId())
                            || a.isClaimable() && actor.visibleTeamIds().contains(a.teamId()))
                    .map(PlannedActivity::id).collect(Collectors.toSet());
            if (!mine.containsAll(wanted)) {
                throw CrmException.notFound("One of the activities");
            }
            new DayListing(unit.em(), actor, tx.now()).order(wanted);
            return day(unit, actor, tx.now());
        }).value();
    }

    @Override
    public ParsedActivity parse(Actor actor, ActivityParsing line) {
        if (line.text() != null && line.text().length() > ActivityFields.MAX_NOTE) {
            throw CrmException.invalid("text", "too_long", "At most " + ActivityFields.MAX_NOTE + " characters.");
        }
        String text = line.text() == null ? "" : line.text();
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return transactions.read(unit -> {
            LineReading reading = new LineReading(unit, actor, line.record());
            return reading.of(new LineParser(reading.typeWords(), today).parse(text), text);
        });
    }

    @Override
    public RescheduleChoices rescheduleChoices(Actor actor, long id) {
        return transactions.read(unit -> {
            PlannedActivity activity = unit.access().readable(actor, id);
            if (!activity.isOpen()) {
                throw CrmException.conflict("conflict", "This activity is " + activity.status().key() + ".");
            }
            ZoneCache zones = unit.zones();
            ZoneId zone = zones.zoneOf(activity.assigneeId(), activity.teamId());
            Long team = unit.store().record(activity.record()).map(TrackedRecord::teamId).orElse(null);
            return LaterDays.of(activity.dueDate(), LocalDate.ofInstant(clock.instant(), zone), transactions.settings(),
                    zones.team(team));
        });
    }

    private static MyDay day(ActivityUnitOfWork unit, Actor actor, Instant now) {
        DayListing listing = new DayListing(unit.em(), actor, now);
        List<DayListing.Row> rows = listing.rows(MOST_OF_A_DAY);
        return new MyDay(LocalDate.ofInstant(now, actor.zone()), unit.views().ofDay(rows, actor, unit.access(), now),
                listing.total(rows, MOST_OF_A_DAY));
    }

    private Answer<Activity> act(Actor actor, long id, Work work) {
        RecordRef record = transactions.read(unit -> unit.access().readable(actor, id).record());
        return transactions.act(Act.of(actor, record), (unit, tx) -> {
            PlannedActivity activity = unit.access().readable(actor, id);
            work.on(unit, tx, activity);
            return unit.shown(tx, activity);
        });
    }

    /** What an act does to one activity. */
    private interface Work {
        void on(ActivityUnitOfWork unit, Transaction tx, PlannedActivity activity);
    }
}
