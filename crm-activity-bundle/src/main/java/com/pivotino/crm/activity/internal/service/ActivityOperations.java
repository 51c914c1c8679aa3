package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Automation;
import com.pivotino.crm.activity.internal.domain.Cause;
import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.Edit;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivitiesReopened;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityDeleted;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What can be done to activities inside one act, by a person's call and by reactions alike: the aggregate changes, the
 * role of the first activity goes where it belongs, and one event is published.
 */
public final class ActivityOperations {

    private final ActivityUnitOfWork unit;
    private final ActivityStore store;
    private final ZoneCache zones;
    private final Transaction tx;
    private final ActivityViews views;
    private final DueDateAnswers dues;

    /** @param said due dates that were asked for before the transaction */
    ActivityOperations(ActivityUnitOfWork unit, Transaction tx, Map<DueDateQuestion, DueDate> said) {
        this.unit = unit;
        this.dues = unit.dues(said);
        this.store = unit.store();
        this.zones = unit.zones();
        this.tx = tx;
        this.views = unit.views();
    }

    /** Plans the first activity of a new record (SEMANTICS A1). */
    public PlannedActivity planFirst(TrackedRecord record, NamedRef assignee) {
        Long chosen = unit.transactions().settings().firstActivityTypeId();
        ActivityTypeEntity kind = chosen == null ? views.type(ActivityTypeEntity.TO_DO) : store.kind(chosen)
                .orElseGet(() -> views.type(ActivityTypeEntity.TO_DO));
        ZoneId zone = zoneOf(assignee);
        PlannedActivity first = new PlannedActivity(new Plan(record.ref(), kind.id(), "First activity", null,
                due(kind, record, assignee, zone), assignee == null ? null : assignee.id(), zone, tx.actor().userId(), tx.now(), true)
                .readBy(record.readers()));
        first.takeFirstRole(record.giveFirstRole());
        first.explain(Automation.planned(tx.causeId(), Cause.created(record.ref().type())));
        store.add(first);
        tx.publish(record.ref(), scheduled(first, assignee));
        tx.effect(new Effect("activity.scheduled", record.ref(), quoted(first) + " is due on " + first.dueDate() + "."));
        return first;
    }

    /** Plans an activity; it becomes the first one if that role waits for it (SEMANTICS A2). */
    PlannedActivity plan(TrackedRecord record, Plan plan, NamedRef assignee) {
        return plan(record, plan, assignee, null);
    }

    /** @param because why automation plans it, or null if a person does */
    PlannedActivity plan(TrackedRecord record, Plan plan, NamedRef assignee, Automation because) {
        PlannedActivity activity = new PlannedActivity(plan.readBy(record.readers()));
        if (record.wantsFirst()) {
            activity.takeFirstRole(record.giveFirstRole());
        }
        if (because != null) {
            activity.explain(because);
            tx.effect(new Effect("activity.scheduled", record.ref(),
                    quoted(activity) + " is due on " + activity.dueDate() + "."));
        }
        store.add(activity);
        unit.files(tx).replace(activity, plan.files());
        tx.publish(record.ref(), scheduled(activity, assignee));
        tellAssigned(activity, assignee, "scheduled");
        return activity;
    }

    private ActivityScheduled scheduled(PlannedActivity activity, NamedRef assignee) {
        return new ActivityScheduled(views.state(activity, assignee), activity.automation().cause(), activity.automation().because());
    }

    /**
     * Keeps what is over already, planned and done at once: one event, and the day of completion for a due date, so that it
     * was never late. It takes the role of the first activity if that waits, and moves the card then (SEMANTICS A2, P9).
     */
    PlannedActivity log(TrackedRecord record, Plan plan, Completion how, Instant at) {
        PlannedActivity activity = new PlannedActivity(plan.readBy(record.readers()));
        if (record.wantsFirst()) {
            activity.takeFirstRole(record.giveFirstRole());
        }
        store.add(activity);
        unit.files(tx).replace(activity, plan.files());
        complete(activity, how, false, at);
        return activity;
    }

    /** Tells who was given an activity by somebody else, once (SEMANTICS A10). */
    void tellAssigned(PlannedActivity activity, NamedRef assignee, String why) {
        if (assignee != null && !Long.valueOf(assignee.id()).equals(tx.actor().userId())) {
            Long by = tx.actor().userId();
            tx.publish(activity.record(), new ActivityAssigned(views.state(activity, assignee),
                    store.record(activity.record()).map(TrackedRecord::title).orElse(null), assignee,
                    by == null ? null : new NamedRef(by, tx.actor().name()), why));
        }
    }

    /** When an activity planned now is due (SEMANTICS A4). */
    Due due(ActivityTypeEntity kind, TrackedRecord record, NamedRef assignee, ZoneId zone) {
        return dues.due(kind, record, assignee == null ? null : assignee.id(), zone, tx.now());
    }

    DueDateAnswers dues() {
        return dues;
    }

    /** A card's move makes it done (SEMANTICS P10, P13). */
    public void completeByMove(PlannedActivity activity, String stage) {
        activity.explain(activity.automation().ended(tx.causeId(), Cause.moved(activity.record().type(), stage)));
        complete(activity, new Completion("Completed by moving to " + stage, null, null, null), true, tx.now());
    }

    /** A person's tick makes it done (SEMANTICS A7). */
    void complete(PlannedActivity activity, Completion how) {
        complete(activity, how, false, tx.now());
    }

    private void complete(PlannedActivity activity, Completion how, boolean byMove, Instant at) {
        ActivityFields.requireOutcome(views.type(activity.typeId()), PlainText.orNull(how.outcome()), byMove);
        activity.complete(at, tx.actor().userId(), PlainText.orNull(how.feedback()), PlainText.orNull(how.outcome()),
                how.durationMinutes());
        List<Long> files = unit.files(tx).shownBy(activity, how.attachmentIds());
        if (byMove) {
            tx.effect(new Effect("activity.completed", activity.record(), quoted(activity) + " is done."));
        }
        tx.publish(activity.record(), new ActivityCompleted(views.state(activity), activity.note(), activity.feedback(),
                activity.outcome(), activity.durationMinutes(), byMove, activity.automation().endCause(),
                files, activity.automation().endCause() == null ? null : activity.automation().because()));
        if (how.next() == null) {
            trigger(activity, byMove);
        }
    }

    /** What its type triggers follows in the same act; another one that was named takes its place (SEMANTICS A9). */
    private void trigger(PlannedActivity done, boolean byMove) {
        chaining().triggered(done, byMove, doer(), tx.now()).ifPresent(next ->
            plan(next.record(), next.plan(), next.assignee(), Chaining.because(tx.causeId(), done)));
    }

    Chaining chaining() {
        return new Chaining(store, dues, unit.assignees());
    }

    NamedRef doer() {
        return tx.actor().userId() == null ? null : new NamedRef(tx.actor().userId(), tx.actor().name());
    }

    /** A person cancels one; in New the role of the first activity passes on (SEMANTICS A2, A8). */
    public void cancel(PlannedActivity activity, String reason, String meeting) {
        activity.cancel(tx.now(), tx.actor().userId(), PlainText.orNull(reason), null);
        ActivityState cancelled = views.state(activity);
        passOnFirstRole(activity);
        tx.publish(activity.record(), new ActivitiesCancelled(List.of(cancelled), PlainText.orNull(reason), false,
                activity.eventId() != null && "cancel".equals(meeting) ? "cancel" : "keep"));
    }

    /** Taken back as planned by mistake (SEMANTICS A8). */
    void delete(PlannedActivity activity) {
        ActivityState deleted = views.state(activity);
        if (activity.isOpen()) {
            passOnFirstRole(activity);
        }
        unit.files(tx).letGo(activity);
        store.remove(activity);
        tx.publish(activity.record(), new ActivityDeleted(deleted));
    }

    /** The closing of a record cancels several at once (SEMANTICS P14); none is nothing. */
    public void cancelByClosing(List<PlannedActivity> activities, String reason) {
        if (activities.isEmpty()) {
            return;
        }
        PlannedActivity any = activities.get(0);
        String type = any.record().type();
        Cause why = isLost(any) ? Cause.lost(type, reason) : Cause.won(type, reason);
        activities.forEach(a -> {
            a.cancel(tx.now(), tx.actor().userId(), reason, tx.causeId());
            a.explain(a.automation().ended(tx.causeId(), why));
        });
        String what = activities.size() == 1 ? quoted(any) + " is cancelled." : activities.size() + " activities are cancelled.";
        tx.effect(new Effect("activity.cancelled", any.record(), what));
        tx.publish(any.record(), new ActivitiesCancelled(activities.stream().map(views::state).toList(), reason, true,
                "keep", why.sentence(), why.because()));
    }

    private boolean isLost(PlannedActivity any) {
        return store.record(any.record()).filter(TrackedRecord::isLost).isPresent();
    }

    /** What a closing had cancelled is open again, with its old due dates (SEMANTICS P16); none is nothing. */
    public void reopen(List<PlannedActivity> activities) {
        if (activities.isEmpty()) {
            return;
        }
        activities.forEach(PlannedActivity::reopen);
        PlannedActivity any = activities.get(0);
        String what = activities.size() == 1 ? quoted(any) + " is open again." : activities.size() + " activities are open again.";
        tx.effect(new Effect("activity.reopened", any.record(), what));
        tx.publish(any.record(), new ActivitiesReopened(activities.stream().map(views::state).toList()));
    }

    /** The record is somebody else's now, and its automatic activity with it (SEMANTICS A3). */
    public void reassignWithRecord(PlannedActivity activity, NamedRef to) {
        handOver(activity, to);
        tellAssigned(activity, to, "record");
    }

    /** An automatic step gives an open activity to somebody else (SEMANTICS A3, A11). */
    public void handOver(PlannedActivity activity, NamedRef to) {
        NamedRef from = views.person(activity.assigneeId());
        if (Objects.equals(activity.assigneeId(), to == null ? null : to.id())) {
            return;
        }
        remember(activity, "assigneeId", activity.assigneeId() == null ? null : activity.assigneeId().toString());
        activity.assignTo(to == null ? null : to.id(), zoneOf(to, activity.teamId()));
        tx.effect(new Effect("activity.changed", activity.record(),
                quoted(activity) + (to == null ? " is with nobody now." : " is with " + to.name() + " now.")));
        tx.publish(activity.record(), new ActivityChanged(views.state(activity, to), List.of(
                new FieldChange("assignee", from == null ? null : from.name(), to == null ? null : to.name()))));
    }

    /** A partner has said since when it is due that was planned without a date (SEMANTICS B2). */
    void advise(PlannedActivity activity, Due due) {
        LocalDate before = activity.dueDate();
        boolean moves = !due.date().equals(before);
        if (moves) {
            remember(activity, "dueDate", before.toString());
        }
        if (moves || !due.inputs().explain().equals(activity.dueExplanation())) {
            activity.becomeDue(due, zones.zoneOf(activity.assigneeId(), activity.teamId()));
            tx.publish(activity.record(), new ActivityChanged(views.state(activity), !moves ? List.of()
                    : List.of(new FieldChange("dueDate", before.toString(), due.date().toString()))));
        }
    }

    /** Gives it to a team, to be claimed by one of it. */
    void offer(PlannedActivity activity, NamedRef team) {
        NamedRef from = views.person(activity.assigneeId());
        NamedRef before = views.team(activity.teamId());
        List<FieldChange> changes = new ArrayList<>();
        if (from != null) {
            remember(activity, "assigneeId", String.valueOf(from.id()));
            changes.add(new FieldChange("assignee", from.name(), null));
        }
        if (before == null || before.id() != team.id()) {
            remember(activity, "teamId", before == null ? null : String.valueOf(before.id()));
            changes.add(new FieldChange("team", before == null ? null : before.name(), team.name()));
        }
        activity.offerTo(team.id(), null, zoneOf(null, team.id()));
        tx.publish(activity.record(), new ActivityChanged(views.state(activity), changes));
    }

    private void remember(PlannedActivity activity, String member, String old) {
        store.add(new Edit(activity.id(), activity.version() + 1, member, old, tx.now(), tx.actor().userId()));
    }

    /**
     * The assignee's zone is another one: the due date stays, and begins and ends at other instants (SEMANTICS A5). Told
     * without a change, for those who keep the instants.
     */
    public void judgeAnew(PlannedActivity activity) {
        Instant before = activity.lateFrom();
        activity.judgeIn(zones.zoneOf(activity.assigneeId(), activity.teamId()));
        if (!activity.lateFrom().equals(before)) {
            tx.publish(activity.record(), new ActivityChanged(views.state(activity), List.of()));
        }
    }

    /**
     * While the record is in New, the role of the first activity goes to the open one with the earliest due date, or waits
     * for the next one (SEMANTICS A2).
     */
    void passOnFirstRole(PlannedActivity activity) {
        TrackedRecord record = store.record(activity.record()).orElse(null);
        if (!activity.isFirst() || activity.isDone() || record == null || !record.inNew()) {
            return;
        }
        activity.leaveFirstRole();
        store.open(activity.record()).stream().filter(other -> other != activity).findFirst()
                .ifPresentOrElse(next -> next.takeFirstRole(record.giveFirstRole()), record::leaveFirstRoleVacant);
    }

    /** The user with the name as of now, or null for nobody. */
    public NamedRef person(Long userId) {
        return views.person(userId);
    }

    ActivityViews views() {
        return views;
    }

    ZoneId zoneOf(NamedRef assignee) {
        return zones.zoneOf(assignee == null ? null : assignee.id());
    }

    ZoneId zoneOf(NamedRef assignee, Long teamId) {
        return zones.zoneOf(assignee == null ? null : assignee.id(), teamId);
    }

    static String quoted(PlannedActivity activity) {
        return "“" + activity.summary() + "”";
    }
}
