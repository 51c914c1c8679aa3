package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.LineParser;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
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
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Working off activities: the transaction's border and permission, then the {@link ActivityDesk}. */
@Component(service = ActivityWorkService.class)
public final class DefaultActivityWorkService implements ActivityWorkService {

    private static final int MOST_OF_A_DAY = 100;

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;
    private final Clock clock;

    @Activate
    public DefaultActivityWorkService(@Reference(target = "(crm.module=activity)") SchemaReady schema,
            @Reference Acts acts, @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa,
            @Reference Directory directory, @Reference SettingsService settings, @Reference Clock clock) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer<Activity> claim(Actor actor, long id) {
        return act(actor, id, (em, tx, activity) -> new Claims(desk(em, tx), tx).claim(activity));
    }

    @Override
    public Answer<Activity> release(Actor actor, long id) {
        return act(actor, id, (em, tx, activity) -> {
            access(em).requireChangeable(actor, activity);
            new Claims(desk(em, tx), tx).release(activity);
        });
    }

    @Override
    public Answer<BulkReport> bulk(Actor actor, ActivityBulk bulk) {
        BulkActs.check(bulk);
        Set<RecordRef> records = read(em -> new ActivityStore(em).activities(bulk.ids()).stream()
                .map(PlannedActivity::record).collect(Collectors.toSet()));
        // A moved due date or another assignee is seen and put back by hand; what is over would stay over (P19).
        boolean undoable = "done".equals(bulk.action()) || "cancel".equals(bulk.action());
        Act act = Act.of(actor, "api", records).undoable(undoable ? settings.current().undoSeconds() : 0);
        return acts.run(act, tx -> within(em -> {
            ActivityStore store = new ActivityStore(em);
            store.activities(bulk.ids());
            ActivityEdit edit = new ActivityEdit(store, desk(em, tx), new Assignees(directory, store), tx, "bulk");
            return new UndoNotes(store, tx).around(records,
                    () -> new BulkActs(store, access(em), desk(em, tx), edit, tx).run(bulk));
        }));
    }

    @Override
    public MyDay myDay(Actor actor) {
        return read(em -> day(em, actor, clock.instant()));
    }

    @Override
    public MyDay orderMyDay(Actor actor, List<Long> ids) {
        List<Long> wanted = ids == null ? List.of() : ids.stream().distinct().toList();
        if (wanted.size() > ActivityBulk.MOST) {
            throw CrmException.invalid("ids", "too_long", "At most " + ActivityBulk.MOST + " activities.");
        }
        return acts.run(Act.of(actor, new RecordRef("user", actor.userId())), tx -> within(em -> {
            Set<Long> mine = new ActivityStore(em).activities(wanted).stream()
                    .filter(a -> a.isAssignedTo(actor.userId())
                            || a.isClaimable() && actor.visibleTeamIds().contains(a.teamId()))
                    .map(PlannedActivity::id).collect(Collectors.toSet());
            if (!mine.containsAll(wanted)) {
                throw CrmException.notFound("One of the activities");
            }
            new DayListing(em, actor, tx.now()).order(wanted);
            return day(em, actor, tx.now());
        })).value();
    }

    @Override
    public ParsedActivity parse(Actor actor, ActivityParsing line) {
        if (line.text() != null && line.text().length() > Members.MAX_NOTE) {
            throw CrmException.invalid("text", "too_long", "At most " + Members.MAX_NOTE + " characters.");
        }
        String text = line.text() == null ? "" : line.text();
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return read(em -> {
            ActivityStore store = new ActivityStore(em);
            LineReading reading = new LineReading(store, directory, access(em), actor, line.record());
            return reading.of(new LineParser(reading.typeWords(), today).parse(text), text);
        });
    }

    @Override
    public RescheduleChoices rescheduleChoices(Actor actor, long id) {
        return read(em -> {
            PlannedActivity activity = access(em).readable(actor, id);
            if (!activity.isOpen()) {
                throw CrmException.conflict("conflict", "This activity is " + activity.status().key() + ".");
            }
            Whereabouts whereabouts = new Whereabouts(directory);
            ZoneId zone = whereabouts.zoneOf(activity.assigneeId(), activity.teamId());
            Long team = new ActivityStore(em).record(activity.record()).map(TrackedRecord::teamId).orElse(null);
            return LaterDays.of(activity.dueDate(), LocalDate.ofInstant(clock.instant(), zone), settings.current(),
                    whereabouts.team(team));
        });
    }

    private MyDay day(EntityManager em, Actor actor, Instant now) {
        DayListing listing = new DayListing(em, actor, now);
        List<DayListing.Row> rows = listing.rows(MOST_OF_A_DAY);
        return new MyDay(LocalDate.ofInstant(now, actor.zone()), views(em).ofDay(rows, actor, access(em), now),
                listing.total());
    }

    private Answer<Activity> act(Actor actor, long id, Work work) {
        RecordRef record = read(em -> access(em).readable(actor, id).record());
        return acts.run(Act.of(actor, record), tx -> within(em -> {
            PlannedActivity activity = access(em).readable(actor, id);
            work.on(em, tx, activity);
            em.flush();
            return views(em).of(activity, tx.now());
        }));
    }

    private ActivityViews views(EntityManager em) {
        return new ActivityViews(new ActivityStore(em), directory);
    }

    private ActivityAccess access(EntityManager em) {
        return new ActivityAccess(new ActivityStore(em));
    }

    private ActivityDesk desk(EntityManager em, Transaction tx) {
        return new ActivityDesk(new ActivityStore(em), new Whereabouts(directory), settings::current, tx);
    }

    private <T> T read(Function<EntityManager, T> work) {
        return acts.read(() -> within(work));
    }

    private <T> T within(Function<EntityManager, T> work) {
        return jpa.txExpr(TransactionType.Required, work::apply);
    }

    /** What an act does to one activity. */
    private interface Work {
        void on(EntityManager em, Transaction tx, PlannedActivity activity);
    }
}
