package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.DueRule;
import com.pivotino.crm.activity.internal.domain.Kind;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.SecondThoughts;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityListing;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityService;
import com.pivotino.crm.api.activity.ActivitySummary;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.DuePreview;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Acts on activities: the transaction's border, permission, then the {@link ActivityDesk}. */
@Component(service = ActivityService.class)
public final class DefaultActivityService implements ActivityService {

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final DueAdvice advice;
    private final Clock clock;

    @Activate
    public DefaultActivityService(@Reference(target = "(crm.module=activity)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa, @Reference Directory directory,
            @Reference DueAdvice advice, @Reference Clock clock) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.advice = advice;
        this.clock = clock;
    }

    @Override
    public Page<Activity> list(Actor actor, ListQuery query) {
        return read(em -> {
            Page<ActivityListing.Row> rows = new ActivityListing(em, actor, clock.instant()).page(query);
            return new Page<>(views(em).of(rows.items(), clock.instant()), rows.next(), rows.total());
        });
    }

    @Override
    public Activity get(Actor actor, long id) {
        return read(em -> views(em).of(access(em).readable(actor, id), clock.instant()));
    }

    @Override
    public ActivitySummary summary(Actor actor, String scope) {
        if (scope != null && !"readable".equals(scope) && !"mine".equals(scope)) {
            throw CrmException.invalid("scope", "invalid", "The scope is mine or readable.");
        }
        return read(em -> Summaries.of(new ActivityListing(em, actor, clock.instant()).counts("readable".equals(scope)),
                views(em).types()));
    }

    @Override
    public DuePreview dueDate(Actor actor, RecordRef record, Long typeId, Long assigneeId, Long teamId) {
        DueDateQuestion question = read(em -> {
            access(em).readableRecord(actor, record);
            return questions(em).ofNew(actor, new NewActivity(record, typeId, null, null, null, assigneeId, teamId, null, null));
        }).stream().findFirst().orElseThrow(
                () -> CrmException.invalid("typeId", "invalid", "There is no such type to choose."));
        Due due = DueRule.due(question, Optional.ofNullable(advice.ask(List.of(question)).get(question)), question.base());
        return new DuePreview(due.date(), due.inputs().explain(), due.inputs().toRecord());
    }

    @Override
    public Answer<Activity> schedule(Actor actor, NewActivity input) {
        if (input.record() == null) {
            throw CrmException.invalid("record", "required", "An activity belongs to a record.");
        }
        Map<DueDateQuestion, DueDate> said = ask(questions -> questions.ofNew(actor, input));
        return act(actor, input.record(), (em, tx) -> shown(em, tx, plan(em, desk(em, tx, said), tx, input)));
    }

    @Override
    public Answer<Activity> edit(Actor actor, long id, MergePatch patch, Long version) {
        patch.allowing(Members.EDITABLE, Members.READ_ONLY);
        Map<DueDateQuestion, DueDate> said = ask(questions -> questions.ofEdit(actor, id, patch));
        return act(actor, recordOf(actor, id), (em, tx) -> {
            PlannedActivity activity = changeable(em, actor, id);
            ActivityStore store = new ActivityStore(em);
            new ActivityEdit(store, desk(em, tx, said), new Assignees(directory, store), tx).save(activity, patch, version);
            return shown(em, tx, activity);
        });
    }

    @Override
    public Answer<Activity> complete(Actor actor, long id, Completion completion, Long version) {
        Members.check(completion);
        Map<DueDateQuestion, DueDate> said = ask(questions -> questions.ofCompletion(actor, id, completion));
        return undoable(actor, recordOf(actor, id), (em, tx) -> {
            PlannedActivity activity = changeable(em, actor, id);
            if (activity.isDone()) {
                return shown(em, tx, activity);
            }
            requireOpen(em, tx, activity, version);
            ActivityDesk desk = desk(em, tx, said);
            desk.complete(activity, completion);
            if (completion.next() != null) {
                plan(em, desk, tx, completion.next().on(activity.record()));
            }
            return shown(em, tx, activity).suggesting(desk.chaining().suggested(activity));
        });
    }

    @Override
    public Answer<Activity> cancel(Actor actor, long id, Cancellation cancellation, Long version) {
        Members.check(cancellation);
        return undoable(actor, recordOf(actor, id), (em, tx) -> {
            PlannedActivity activity = changeable(em, actor, id);
            if (activity.isOpen() || activity.isDone()) {
                requireOpen(em, tx, activity, version);
                desk(em, tx).cancel(activity, cancellation.reason(), cancellation.meeting());
            }
            return shown(em, tx, activity);
        });
    }

    @Override
    public void delete(Actor actor, long id, Long version) {
        act(actor, recordOf(actor, id), (em, tx) -> {
            PlannedActivity activity = access(em).readable(actor, id);
            if (!actor.isAdmin() && !SecondThoughts.mayRetract(activity, actor.userId(), tx.now())) {
                throw CrmException.forbidden("Only who planned it may delete it, within 15 minutes; cancel it instead.");
            }
            versions(em, tx).requireCurrent(activity, version);
            desk(em, tx).delete(activity);
            return null;
        });
    }

    private PlannedActivity plan(EntityManager em, ActivityDesk desk, Transaction tx, NewActivity input) {
        Members.check(input);
        ActivityStore store = new ActivityStore(em);
        TrackedRecord record = access(em).writableRecord(tx.actor(), input.record());
        Kind kind = store.kind(input.typeId()).filter(Kind::isActive)
                .orElseThrow(() -> CrmException.invalid("typeId", "invalid", "There is no such type to choose."));
        Assignees assignees = new Assignees(directory, store);
        NamedRef team = input.teamId() == null ? null : assignees.requireTeam(input.teamId(), record.ref());
        Long assigneeId = input.assigneeId() != null || team != null && !input.isLogged() ? input.assigneeId()
                : tx.actor().userId();
        NamedRef assignee = assigneeId == null ? null : assignees.require(assigneeId, record.ref());
        ZoneId zone = desk.zoneOf(assignee, input.teamId());
        Instant doneAt = input.isLogged() ? Members.doneAt(input, tx.now()) : null;
        Due due = doneAt != null ? Due.chosen(LocalDate.ofInstant(doneAt, zone))
                : input.dueDate() == null ? desk.due(kind, record, assignee, zone) : Due.chosen(input.dueDate());
        String summary = PlainText.orNull(input.summary());
        String note = PlainText.orNull(input.note());
        Plan plan = new Plan(record.ref(), kind.id(), summary == null ? kind.summary() : summary,
                note == null ? kind.note() : note, due, assigneeId, zone, tx.actor().userId(), tx.now(), false,
                input.teamId());
        Warnings.lost(tx, record);
        if (doneAt != null) {
            return log(em, desk, tx, input, desk.log(record, plan, Members.done(input), doneAt));
        }
        PlannedActivity activity = desk.plan(record, plan, assignee);
        Warnings.pastDue(tx, activity);
        return activity;
    }

    /** What comes next is planned as after any completion. */
    private PlannedActivity log(EntityManager em, ActivityDesk desk, Transaction tx, NewActivity input, PlannedActivity logged) {
        NewActivity next = Members.done(input).next();
        if (next != null) {
            plan(em, desk, tx, next.on(logged.record()));
        }
        return logged;
    }

    private PlannedActivity changeable(EntityManager em, Actor actor, long id) {
        PlannedActivity activity = access(em).readable(actor, id);
        access(em).requireChangeable(actor, activity);
        return activity;
    }

    private void requireOpen(EntityManager em, Transaction tx, PlannedActivity activity, Long version) {
        if (!activity.isOpen()) {
            throw versions(em, tx).endedOtherwise(activity);
        }
        versions(em, tx).requireCurrent(activity, version);
    }

    /** Looked up before the act, because the act takes the lock of the record. */
    private RecordRef recordOf(Actor actor, long id) {
        return read(em -> access(em).readable(actor, id).record());
    }

    private Activity shown(EntityManager em, Transaction tx, PlannedActivity activity) {
        em.flush();
        return views(em).of(activity, tx.now());
    }

    private ActivityViews views(EntityManager em) {
        return new ActivityViews(new ActivityStore(em), directory);
    }

    private ActivityAccess access(EntityManager em) {
        return new ActivityAccess(new ActivityStore(em));
    }

    private ActivityDesk desk(EntityManager em, Transaction tx) {
        return desk(em, tx, Map.of());
    }

    private ActivityDesk desk(EntityManager em, Transaction tx, Map<DueDateQuestion, DueDate> said) {
        return new ActivityDesk(new ActivityStore(em), new Whereabouts(directory), advice::settings, tx, said);
    }

    /** Partners are asked before the act: none of their code runs in the transaction or under a lock. */
    private Map<DueDateQuestion, DueDate> ask(Function<DueQuestions, List<DueDateQuestion>> what) {
        return advice.ask(read(em -> what.apply(questions(em))));
    }

    private DueQuestions questions(EntityManager em) {
        return new DueQuestions(new ActivityStore(em), directory,
                new DueDesk(new Whereabouts(directory), advice::settings, Map.of()), clock.instant());
    }

    private Versions versions(EntityManager em, Transaction tx) {
        return new Versions(new ActivityStore(em), views(em), tx.now());
    }

    private <T> T read(Function<EntityManager, T> work) {
        return acts.read(() -> jpa.txExpr(TransactionType.Required, work::apply));
    }

    private <T> Answer<T> act(Actor actor, RecordRef record, Work<T> work) {
        return acts.run(Act.of(actor, record), tx -> jpa.txExpr(TransactionType.Required, em -> work.in(em, tx)));
    }

    /** An act that the actor may take back for a while (SEMANTICS P19). */
    private <T> Answer<T> undoable(Actor actor, RecordRef record, Work<T> work) {
        return acts.run(Act.of(actor, record).undoable(advice.settings().undoSeconds()),
                tx -> jpa.txExpr(TransactionType.Required, em -> new UndoNotes(new ActivityStore(em), tx)
                        .around(record, () -> work.in(em, tx))));
    }

    /** What an act does with the database. */
    private interface Work<T> {
        T in(EntityManager em, Transaction tx);
    }
}
