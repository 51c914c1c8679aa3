package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.CorrectionWindow;
import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.DueRule;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityListing;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
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
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Acts on activities: the transaction's border, permission, then the {@link ActivityOperations}. */
@Component(service = ActivityService.class)
public final class DefaultActivityService implements ActivityService {

    private final ActivityTransactions transactions;
    private final Clock clock;

    @Activate
    public DefaultActivityService(@Reference ActivityTransactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Page<Activity> list(Actor actor, ListQuery query) {
        return transactions.read(unit -> {
            Page<ActivityListing.Row> rows = new ActivityListing(unit.em(), unit.store().records(), actor, clock.instant()).page(query);
            return new Page<>(unit.views().of(rows.items(), clock.instant()), rows.next(), rows.total());
        });
    }

    @Override
    public Activity get(Actor actor, long id) {
        return transactions.read(unit -> unit.views().of(unit.access().readable(actor, id), clock.instant()));
    }

    @Override
    public ActivitySummary summary(Actor actor, String scope) {
        if (scope != null && !"readable".equals(scope) && !"mine".equals(scope)) {
            throw CrmException.invalid("scope", "invalid", "The scope is mine or readable.");
        }
        return transactions.read(unit -> Summaries.of(
                new ActivityListing(unit.em(), unit.store().records(), actor, clock.instant()).counts("readable".equals(scope)),
                unit.views().types()));
    }

    @Override
    public DuePreview dueDate(Actor actor, RecordRef record, Long typeId, Long assigneeId, Long teamId) {
        DueDateQuestion question = transactions.read(unit -> {
            unit.access().readableRecord(actor, record);
            return questions(unit).ofNew(actor, new NewActivity(record, typeId, null, null, null, assigneeId, teamId, null, null));
        }).stream().findFirst().orElseThrow(
                () -> CrmException.invalid("typeId", "invalid", "There is no such type to choose."));
        Due due = DueRule.due(question, Optional.ofNullable(transactions.ask(List.of(question)).get(question)), question.base());
        return new DuePreview(due.date(), due.inputs().explain(), due.inputs().toRecord());
    }

    @Override
    public Answer<Activity> schedule(Actor actor, NewActivity input) {
        if (input.record() == null) {
            throw CrmException.invalid("record", "required", "An activity belongs to a record.");
        }
        Map<DueDateQuestion, DueDate> said = ask(questions -> questions.ofNew(actor, input));
        return act(Call.of(actor), input.record(), (unit, tx) ->
            unit.shown(tx, plan(unit, unit.operations(tx, said), tx, input)));
    }

    @Override
    public Answer<Activity> edit(Call call, long id, MergePatch patch) {
        Actor actor = call.actor();
        patch.allowing(ActivityFields.EDITABLE, ActivityFields.READ_ONLY);
        Map<DueDateQuestion, DueDate> said = ask(questions -> questions.ofEdit(actor, id, patch));
        return act(call, recordOf(actor, id), (unit, tx) -> {
            PlannedActivity activity = changeable(unit, actor, id);
            new ActivityEdit(unit, unit.operations(tx, said), tx).save(activity, patch, call.version());
            return unit.shown(tx, activity);
        });
    }

    @Override
    public Answer<Activity> complete(Call call, long id, Completion completion) {
        Actor actor = call.actor();
        ActivityFields.check(completion);
        Map<DueDateQuestion, DueDate> said = ask(questions -> questions.ofCompletion(actor, id, completion));
        return undoable(call, recordOf(actor, id), (unit, tx) -> {
            PlannedActivity activity = changeable(unit, actor, id);
            if (activity.isDone()) {
                return unit.shown(tx, activity);
            }
            requireOpen(unit, tx, activity, call.version());
            ActivityOperations operations = unit.operations(tx, said);
            operations.complete(activity, completion);
            if (completion.next() != null) {
                plan(unit, operations, tx, completion.next().on(activity.record()));
            }
            return unit.shown(tx, activity).suggesting(operations.chaining().suggested(activity, tx.now()));
        });
    }

    @Override
    public Answer<Activity> cancel(Call call, long id, Cancellation cancellation) {
        Actor actor = call.actor();
        ActivityFields.check(cancellation);
        return undoable(call, recordOf(actor, id), (unit, tx) -> {
            PlannedActivity activity = changeable(unit, actor, id);
            if (activity.isOpen() || activity.isDone()) {
                requireOpen(unit, tx, activity, call.version());
                unit.operations(tx).cancel(activity, cancellation.reason(), cancellation.meeting());
            }
            return unit.shown(tx, activity);
        });
    }

    @Override
    public void delete(Call call, long id) {
        Actor actor = call.actor();
        act(call, recordOf(actor, id), (unit, tx) -> {
            PlannedActivity activity = unit.access().readable(actor, id);
            if (!actor.isAdmin() && !CorrectionWindow.mayRetract(activity, actor.userId(), tx.now())) {
                throw CrmException.forbidden("Only who planned it may delete it, within 15 minutes; cancel it instead.");
            }
            unit.versions(tx).requireCurrent(activity, call.version());
            unit.operations(tx).delete(activity);
            return null;
        });
    }

    private PlannedActivity plan(ActivityUnitOfWork unit, ActivityOperations operations, Transaction tx, NewActivity input) {
        ActivityFields.check(input);
        TrackedRecord record = unit.access().writableRecord(tx.actor(), input.record());
        ActivityTypeEntity kind = unit.store().kind(input.typeId()).filter(ActivityTypeEntity::isActive)
                .orElseThrow(() -> CrmException.invalid("typeId", "invalid", "There is no such type to choose."));
        Assignees assignees = unit.assignees();
        NamedRef team = input.teamId() == null ? null : assignees.requireTeam(input.teamId(), record.ref());
        Long assigneeId = input.assigneeId() != null || team != null && !input.isLogged() ? input.assigneeId()
                : tx.actor().userId();
        NamedRef assignee = assigneeId == null ? null : assignees.require(assigneeId, record.ref());
        ZoneId zone = operations.zoneOf(assignee, input.teamId());
        Instant doneAt = input.isLogged() ? ActivityFields.doneAt(input, tx.now()) : null;
        Due due = doneAt != null ? Due.chosen(LocalDate.ofInstant(doneAt, zone))
                : input.dueDate() == null ? operations.due(kind, record, assignee, zone) : Due.chosen(input.dueDate());
        String summary = PlainText.orNull(input.summary());
        String note = PlainText.orNull(input.note());
        Plan plan = new Plan(record.ref(), kind.id(), summary == null ? kind.summary() : summary,
                note == null ? kind.note() : note, due, assigneeId, zone, tx.actor().userId(), tx.now(), false,
                input.teamId(), input.attachmentIds());
        Warnings.lost(tx, record);
        if (doneAt != null) {
            return log(unit, operations, tx, input, operations.log(record, plan, ActivityFields.done(input), doneAt));
        }
        PlannedActivity activity = operations.plan(record, plan, assignee);
        Warnings.pastDue(tx, activity);
        return activity;
    }

    /** What comes next is planned as after any completion. */
    private PlannedActivity log(ActivityUnitOfWork unit, ActivityOperations operations, Transaction tx, NewActivity input,
            PlannedActivity logged) {
        NewActivity next = ActivityFields.done(input).next();
        if (next != null) {
            plan(unit, operations, tx, next.on(logged.record()));
        }
        return logged;
    }

    private PlannedActivity changeable(ActivityUnitOfWork unit, Actor actor, long id) {
        PlannedActivity activity = unit.access().readable(actor, id);
        unit.access().requireChangeable(actor, activity);
        return activity;
    }

    private void requireOpen(ActivityUnitOfWork unit, Transaction tx, PlannedActivity activity, Long version) {
        if (!activity.isOpen()) {
            throw unit.versions(tx).endedOtherwise(activity);
        }
        unit.versions(tx).requireCurrent(activity, version);
    }

    /** Looked up before the act, because the act takes the lock of the record. */
    private RecordRef recordOf(Actor actor, long id) {
        return transactions.read(unit -> unit.access().readable(actor, id).record());
    }

    /** Partners are asked before the act: none of their code runs in the transaction or under a lock. */
    private Map<DueDateQuestion, DueDate> ask(Function<DueQuestions, List<DueDateQuestion>> what) {
        transactions.refreshTypes();
        return transactions.ask(transactions.read(unit -> what.apply(questions(unit))));
    }

    private DueQuestions questions(ActivityUnitOfWork unit) {
        return new DueQuestions(unit, clock.instant());
    }

    private <T> Answer<T> act(Call call, RecordRef record, BiFunction<ActivityUnitOfWork, Transaction, T> work) {
        return transactions.act(Act.of(call, record), work);
    }

    /** An act that the actor may take back for a while (SEMANTICS P19). */
    private <T> Answer<T> undoable(Call call, RecordRef record, BiFunction<ActivityUnitOfWork, Transaction, T> work) {
        return transactions.act(Act.of(call, record).undoable(transactions.settings().undoSeconds()),
                (unit, tx) -> unit.undo(tx).around(record, () -> work.apply(unit, tx)));
    }
}
