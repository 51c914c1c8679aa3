package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityPlanning;
import com.pivotino.crm.activity.internal.domain.DueRule;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.ActivityPlanService;
import com.pivotino.crm.api.activity.NewLaunch;
import com.pivotino.crm.api.activity.PlanLaunch;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The few plans that there are, and the acts that launch them. */
@Component(service = ActivityPlanService.class)
public final class DefaultActivityPlanService implements ActivityPlanService {

    private static final Set<String> READ_ONLY = Set.of("id", "version");

    private final ActivityTransactions transactions;
    private final Clock clock;

    @Activate
    public DefaultActivityPlanService(@Reference ActivityTransactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Page<ActivityPlan> list(ListQuery query) {
        query.allowing(Set.of("active"));
        String active = query.filter("active");
        List<ActivityPlan> all = transactions.read(unit -> unit.store().plans().stream().map(ActivityPlanning::toRecord).toList())
                .stream().filter(plan -> active == null || plan.active() == Boolean.parseBoolean(active)).toList();
        long from = PageCursor.number(query.cursor(), 0);
        List<ActivityPlan> page = all.stream().skip(from).limit(query.limit()).toList();
        String next = from + page.size() < all.size() ? Cursor.of(from + page.size()) : null;
        return new Page<>(page, next, query.count() ? (long) all.size() : null);
    }

    @Override
    public ActivityPlan get(long id) {
        return transactions.read(unit -> plan(unit, id, null).toRecord());
    }

    @Override
    public ActivityPlan create(Actor actor, MergePatch members) {
        actor.requireManager();
        members.allowing(ActivityPlanning.MEMBERS, READ_ONLY);
        return transactions.act(Act.of(actor), (unit, tx) -> saved(unit, unit.store().add(new ActivityPlanning(members)))).value();
    }

    @Override
    public ActivityPlan edit(Call call, long id, MergePatch patch) {
        call.actor().requireManager();
        patch.allowing(ActivityPlanning.MEMBERS, READ_ONLY);
        return transactions.act(Act.of(call, lock(id)), (unit, tx) -> {
            ActivityPlanning plan = plan(unit, id, call.version());
            if (patch.has("lines")) {
                plan.clear();
                unit.store().flush();
            }
            plan.edit(patch);
            return saved(unit, plan);
        }).value();
    }

    @Override
    public void delete(Call call, long id) {
        call.actor().requireManager();
        transactions.act(Act.of(call, lock(id)), (unit, tx) -> {
            unit.store().remove(plan(unit, id, call.version()));
            return null;
        });
    }

    @Override
    public Answer<PlanLaunch> launch(Actor actor, long id, NewLaunch launch) {
        if (launch.record() == null) {
            throw CrmException.invalid("record", "required", "A plan is launched on a record.");
        }
        Map<DueDateQuestion, DueDate> said = ask(actor, id, launch);
        return transactions.act(Act.of(actor, launch.record()).undoable(transactions.settings().undoSeconds()), (unit, tx) ->
            unit.undo(tx).around(launch.record(), () -> launch(unit, tx, id, launch, said)));
    }

    /** Before the act, and one line after the other: what is said of a line may be what the next one counts from. */
    private Map<DueDateQuestion, DueDate> ask(Actor actor, long id, NewLaunch launch) {
        transactions.refreshTypes();
        Instant now = clock.instant();
        LocalDate start = start(launch, actor, now);
        ActivityPlan plan = transactions.read(unit -> offered(unit, id).toRecord());
        List<DueDateQuestion> questions = transactions.read(
                unit -> new DueQuestions(unit, now).ofPlan(actor, plan, launch.record(), start));
        Map<DueDateQuestion, DueDate> said = new HashMap<>();
        LocalDate previous = start;
        for (int i = 0; i < questions.size(); i++) {
            DueDateQuestion question = "previous".equals(plan.lines().get(i).from())
                    ? DueRule.countedFrom(previous, questions.get(i)) : questions.get(i);
            said.putAll(transactions.ask(List.of(question)));
            previous = DueRule.due(question, Optional.ofNullable(said.get(question)),
                    LocalDate.ofInstant(now, ZoneId.of(question.zone()))).date();
        }
        return said;
    }

    private static PlanLaunch launch(ActivityUnitOfWork unit, Transaction tx, long id, NewLaunch launch,
            Map<DueDateQuestion, DueDate> said) {
        ActivityPlanning plan = offered(unit, id);
        LocalDate start = start(launch, tx.actor(), tx.now());
        List<PlannedActivity> planned = new Launcher(unit, unit.operations(tx, said), tx).launch(plan.toRecord(), launch.record(), start);
        unit.store().flush();
        return new PlanLaunch(new NamedRef(id, plan.name()), plan.version(), launch.record(), start,
                planned.stream().map(activity -> unit.views().of(activity, tx.now())).toList());
    }

    private static LocalDate start(NewLaunch launch, Actor actor, Instant now) {
        return Objects.requireNonNullElseGet(launch.date(), () -> LocalDate.ofInstant(now, actor.zone()));
    }

    private static ActivityPlanning offered(ActivityUnitOfWork unit, long id) {
        ActivityPlanning plan = plan(unit, id, null);
        if (!plan.isActive()) {
            throw CrmException.conflict("conflict", "This plan is not offered any more.");
        }
        return plan;
    }

    private static ActivityPlan saved(ActivityUnitOfWork unit, ActivityPlanning plan) {
        List<PlanLine> lines = plan.toLines();
        for (int i = 0; i < lines.size(); i++) {
            long type = lines.get(i).typeId();
            if (unit.store().kind(type).isEmpty()) {
                throw CrmException.invalid("lines[" + i + "].typeId", "invalid", "There is no activity type " + type + ".");
            }
        }
        unit.store().flush();
        return plan.toRecord();
    }

    private static ActivityPlanning plan(ActivityUnitOfWork unit, long id, Long version) {
        ActivityPlanning plan = unit.em().find(ActivityPlanning.class, id);
        if (plan == null) {
            throw CrmException.notFound("The plan");
        }
        StaleVersion.refuse(version, plan.version(), plan::toRecord);
        return plan;
    }

    private static RecordRef lock(long id) {
        return new RecordRef("activity-plan", id);
    }
}
