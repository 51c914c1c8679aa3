package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityMemo;
import com.pivotino.crm.activity.internal.domain.ActivityStep;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivitiesReopened;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityDeleted;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.event.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes back what an undone act had made of a record's activities (SEMANTICS P19): exactly that, or nothing at all. */
public final class UndoneActivities {

    private final ActivityUnitOfWork unit;
    private final ActivityStore store;
    private final ActivityViews views;
    private final Transaction tx;
    private final List<ActivityState> reopened = new ArrayList<>();
    private final List<ActivityState> endedAgain = new ArrayList<>();

    public UndoneActivities(ActivityUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.store = unit.store();
        this.views = unit.views();
        this.tx = tx;
    }

    /** The part of the runtime's event that is ours. */
    public record Undone(Steps steps) {
    }

    /** Last step first. */
    public record Steps(List<ActivityStep> activity) {
    }

    /** Takes back what belongs to this record; nothing if there is nothing of ours. */
    public void takeBack(RecordRef record, Undone undone) {
        Map<Long, List<ActivityStep>> byActivity = new LinkedHashMap<>();
        for (ActivityStep step : Objects.requireNonNullElse(undone.steps().activity(), List.<ActivityStep>of())) {
            if (step.after() == null) {
                store.record(record).ifPresent(tracked -> tracked.leaveFirstRole(step.wasVacant()));
            } else {
                byActivity.computeIfAbsent(step.after().id(), id -> new ArrayList<>()).add(step);
            }
        }
        byActivity.forEach((id, steps) -> takeBack(store.activity(id).orElseThrow(UndoneActivities::gone), steps));
        store.flush();
        tell(record);
    }

    private void takeBack(PlannedActivity activity, List<ActivityStep> steps) {
        ActivityMemo after = steps.get(0).after();
        ActivityMemo before = first(steps);
        ActivityMemo now = ActivityMemo.of(activity);
        if (before == null ? !after.isStill(now, PostCommitDueDates.isSaid(activity)) : !before.canComeBack(after, now)) {
            throw new CrmException(CrmException.Kind.VERSION_CONFLICT, "version_conflict", "The activity \""
                    + activity.summary() + "\" was changed since, so this cannot be taken back.", List.of(),
                    Map.of("current", views.of(activity, tx.now())), null);
        }
        if (before == null) {
            ActivityState made = views.state(activity);
            unit.files(tx).letGo(activity);
            store.remove(activity);
            tx.publish(activity.record(), new ActivityDeleted(made));
        } else {
            comeBack(activity, before, after);
        }
    }

    /** Where the chain of steps began; a step that lies within another one is none of the chain. */
    private static ActivityMemo first(List<ActivityStep> lastFirst) {
        ActivityMemo before = lastFirst.get(0).before();
        for (ActivityStep step : lastFirst.subList(1, lastFirst.size())) {
            if (before != null && step.after().equals(before)) {
                before = step.before();
            }
        }
        return before;
    }

    private void comeBack(PlannedActivity activity, ActivityMemo before, ActivityMemo after) {
        NamedRef held = views.person(activity.assigneeId());
        boolean wasOpen = activity.isOpen();
        activity.comeBack(before, after);
        if (!wasOpen && activity.isOpen()) {
            reopened.add(views.state(activity));
            tx.effect(new Effect("activity.reopened", activity.record(), ActivityOperations.quoted(activity) + " is open again."));
        } else if (wasOpen && !activity.isOpen()) {
            endedAgain.add(views.state(activity));
        } else if (before.givenBetween(after)) {
            NamedRef holds = views.person(activity.assigneeId());
            tx.publish(activity.record(), new ActivityChanged(views.state(activity), List.of(new FieldChange("assignee",
                    held == null ? null : held.name(), holds == null ? null : holds.name()))));
        }
    }

    private void tell(RecordRef record) {
        if (!reopened.isEmpty()) {
            tx.publish(record, new ActivitiesReopened(reopened));
        }
        if (!endedAgain.isEmpty()) {
            tx.publish(record, new ActivitiesCancelled(endedAgain, null, true));
        }
    }

    private static CrmException gone() {
        return CrmException.conflict("conflict", "An activity was deleted since, so this cannot be taken back.");
    }
}
