package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityPlanning;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which due dates an act will have to compute, told before it begins. What the act would refuse has no questions; a
 * question that the act has and this has not foreseen is answered by the standard rule.
 */
final class DueQuestions {

    private final ActivityUnitOfWork unit;
    private final ActivityStore store;
    private final DueDateAnswers dues;
    private final Instant now;

    DueQuestions(ActivityUnitOfWork unit, Instant now) {
        this.unit = unit;
        this.store = unit.store();
        this.dues = unit.dues(Map.of());
        this.now = now;
    }

    List<DueDateQuestion> ofNew(Actor actor, NewActivity input) {
        if (input.isLogged()) {
            NewActivity next = ActivityFields.done(input).next();
            return next == null ? List.of() : ofNew(actor, next.on(input.record()));
        }
        if (input.dueDate() != null) {
            return List.of();
        }
        Long assignee = input.assigneeId() != null || input.teamId() != null ? input.assigneeId() : actor.userId();
        return of(input.record(), input.typeId(), assignee, input.teamId());
    }

    /** What follows from each that is done. */
    List<DueDateQuestion> ofBulk(Actor actor, List<Long> ids) {
        return store.activities(ids).stream().filter(PlannedActivity::isOpen)
                .flatMap(activity -> followUps(actor, activity).stream()).toList();
    }

    /** One for each line, all of them counted from one day: where a line counts from the one before, its base is not right. */
    List<DueDateQuestion> ofPlan(Actor actor, ActivityPlan plan, RecordRef ref, LocalDate start) {
        TrackedRecord record = unit.access().writableRecord(actor, ref);
        PlanLines lines = new PlanLines(unit, actor, record);
        List<DueDateQuestion> questions = new ArrayList<>();
        for (int i = 0; i < plan.lines().size(); i++) {
            PlanLine line = plan.lines().get(i);
            questions.add(ActivityPlanning.atLine(i, () -> lines.question(line, start)));
        }
        return questions;
    }

    List<DueDateQuestion> ofEdit(Actor actor, long id, MergePatch patch) {
        if (!patch.has("dueDate") || patch.date("dueDate") != null) {
            return List.of();
        }
        PlannedActivity activity = readable(actor, id);
        Long type = patch.has("typeId") ? patch.number("typeId") : Long.valueOf(activity.typeId());
        Long team = patch.has("teamId") ? patch.number("teamId") : activity.teamId();
        Long assignee = patch.has("assigneeId") ? patch.number("assigneeId") : activity.assigneeId();
        return of(activity.record(), type, assignee, team);
    }

    List<DueDateQuestion> ofCompletion(Actor actor, long id, Completion completion) {
        PlannedActivity activity = readable(actor, id);
        if (!activity.isOpen()) {
            return List.of();
        }
        if (completion.next() != null) {
            return ofNew(actor, completion.next().on(activity.record()));
        }
        return followUps(actor, activity);
    }

    private List<DueDateQuestion> followUps(Actor actor, PlannedActivity activity) {
        NamedRef doer = actor.userId() == null ? null : new NamedRef(actor.userId(), actor.name());
        return new Chaining(store, dues, unit.assignees()).questions(activity, doer, now);
    }

    private List<DueDateQuestion> of(RecordRef ref, Long typeId, Long assignee, Long team) {
        Optional<TrackedRecord> record = store.record(ref);
        Optional<ActivityTypeEntity> kind = typeId == null ? Optional.empty() : store.kind(typeId).filter(ActivityTypeEntity::isActive);
        if (record.isEmpty() || kind.isEmpty()) {
            return List.of();
        }
        ZoneId zone = dues.zoneOf(assignee, team);
        return List.of(dues.question(kind.get(), record.get(), assignee, LocalDate.ofInstant(now, zone), zone));
    }

    private PlannedActivity readable(Actor actor, long id) {
        return unit.access().readable(actor, id);
    }
}
