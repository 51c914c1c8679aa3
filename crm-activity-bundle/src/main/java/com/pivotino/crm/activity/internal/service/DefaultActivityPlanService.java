package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityPlanning;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
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
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The few plans that there are, and the acts that launch them. */
@Component(service = ActivityPlanService.class)
public final class DefaultActivityPlanService implements ActivityPlanService {

    private static final Set<String> READ_ONLY = Set.of("id", "version");

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;

    @Activate
    public DefaultActivityPlanService(@Reference(target = "(crm.module=activity)") SchemaReady schema,
            @Reference Acts acts, @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa,
            @Reference Directory directory, @Reference SettingsService settings) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public Page<ActivityPlan> list(ListQuery query) {
        query.allowing(Set.of("active"));
        String active = query.filter("active");
        List<ActivityPlan> all = read(em -> new ActivityStore(em).plans().stream().map(ActivityPlanning::toRecord).toList())
                .stream().filter(plan -> active == null || plan.active() == Boolean.parseBoolean(active)).toList();
        int from = query.cursor() == null ? 0 : Integer.parseInt(String.valueOf(Cursor.parse(query.cursor(), 1).get(0)));
        List<ActivityPlan> page = all.stream().skip(from).limit(query.limit()).toList();
        String next = from + page.size() < all.size() ? Cursor.of(from + page.size()) : null;
        return new Page<>(page, next, query.count() ? (long) all.size() : null);
    }

    @Override
    public ActivityPlan get(long id) {
        return read(em -> plan(em, id, null).toRecord());
    }

    @Override
    public ActivityPlan create(Actor actor, MergePatch members) {
        actor.requireManager();
        members.allowing(ActivityPlanning.MEMBERS, READ_ONLY);
        return acts.run(Act.of(actor), tx -> in(em -> saved(em, new ActivityStore(em).add(new ActivityPlanning(members))))).value();
    }

    @Override
    public ActivityPlan edit(Actor actor, long id, MergePatch patch, Long version) {
        actor.requireManager();
        patch.allowing(ActivityPlanning.MEMBERS, READ_ONLY);
        return acts.run(Act.of(actor, lock(id)), tx -> in(em -> {
            ActivityPlanning plan = plan(em, id, version);
            plan.edit(patch);
            return saved(em, plan);
        })).value();
    }

    @Override
    public void delete(Actor actor, long id, Long version) {
        actor.requireManager();
        acts.run(Act.of(actor, lock(id)), tx -> in(em -> {
            new ActivityStore(em).remove(plan(em, id, version));
            return null;
        }));
    }

    @Override
    public Answer<PlanLaunch> launch(Actor actor, long id, NewLaunch launch) {
        if (launch.record() == null) {
            throw CrmException.invalid("record", "required", "A plan is launched on a record.");
        }
        return acts.run(Act.of(actor, launch.record()).undoable(settings.current().undoSeconds()), tx -> in(em ->
            new UndoNotes(new ActivityStore(em), tx).around(launch.record(), () -> launch(em, tx, id, launch))));
    }

    private PlanLaunch launch(EntityManager em, Transaction tx, long id, NewLaunch launch) {
        ActivityPlanning plan = plan(em, id, null);
        if (!plan.isActive()) {
            throw CrmException.conflict("conflict", "This plan is not offered any more.");
        }
        LocalDate start = Objects.requireNonNullElseGet(launch.date(), () -> LocalDate.ofInstant(tx.now(), tx.actor().zone()));
        ActivityStore store = new ActivityStore(em);
        ActivityDesk desk = new ActivityDesk(store, new Whereabouts(directory), settings::current, tx);
        List<PlannedActivity> planned = new Launcher(store, desk, directory, tx).launch(plan.toRecord(), launch.record(), start);
        em.flush();
        return new PlanLaunch(new NamedRef(id, plan.name()), plan.version(), launch.record(), start,
                planned.stream().map(activity -> desk.views().of(activity, tx.now())).toList());
    }

    private static ActivityPlan saved(EntityManager em, ActivityPlanning plan) {
        ActivityStore store = new ActivityStore(em);
        List<PlanLine> lines = plan.toLines();
        for (int i = 0; i < lines.size(); i++) {
            long type = lines.get(i).typeId();
            if (store.kind(type).isEmpty()) {
                throw CrmException.invalid("lines[" + i + "].typeId", "invalid", "There is no activity type " + type + ".");
            }
        }
        em.flush();
        return plan.toRecord();
    }

    private static ActivityPlanning plan(EntityManager em, long id, Long version) {
        ActivityPlanning plan = em.find(ActivityPlanning.class, id);
        if (plan == null) {
            throw CrmException.notFound("The plan");
        }
        if (version != null && version != plan.version()) {
            throw CrmException.versionConflict(Map.of("current", plan.toRecord()));
        }
        return plan;
    }

    private static RecordRef lock(long id) {
        return new RecordRef("activity-plan", id);
    }

    private <T> T read(Function<EntityManager, T> work) {
        return acts.read(() -> in(work));
    }

    private <T> T in(Function<EntityManager, T> work) {
        return jpa.txExpr(TransactionType.Required, work::apply);
    }
}
