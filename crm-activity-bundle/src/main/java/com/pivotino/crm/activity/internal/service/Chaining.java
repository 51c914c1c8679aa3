package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Automation;
import com.pivotino.crm.activity.internal.domain.Cause;
import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.SuggestedActivity;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows a done activity by its type (SEMANTICS A9): one that is planned at once, or several to choose from. Due from
 * the day of completion or from the due date before, never in the past. What is planned here is not done, so nothing
 * follows from it in the same act.
 */
final class Chaining {

    private final ActivityStore store;
    private final DueDateAnswers dues;
    private final Assignees assignees;

    Chaining(ActivityStore store, DueDateAnswers dues, Assignees assignees) {
        this.store = store;
        this.dues = dues;
        this.assignees = assignees;
    }

    /** A plan and who is to do it. */
    record Next(TrackedRecord record, Plan plan, NamedRef assignee) {
    }

    /**
     * What follows at once; nothing on a closed record, unless the closing itself, other than a loss, was what made it done.
     *
     * @param doer who acts, or null for the system
     */
    Optional<Next> triggered(PlannedActivity done, boolean byMove, NamedRef doer, Instant now) {
        TrackedRecord record = store.record(done.record()).orElse(null);
        ActivityTypeEntity kind = store.kind(done.typeId()).orElse(null);
        if (record == null || kind == null || !kind.triggers() || record.isLost() || !record.isOpen() && !byMove) {
            return Optional.empty();
        }
        return nextKinds(kind).stream().findFirst().map(next -> {
            NamedRef assignee = assignee(done, record, doer);
            Long id = assignee == null ? null : assignee.id();
            ZoneId zone = dues.zoneOf(id, null);
            Due due = dues.due(question(done, kind, next, record, id, done.endedAt()), zone, now);
            Long by = doer == null ? null : doer.id();
            return new Next(record, new Plan(record.ref(), next.id(), next.summary(), next.note(), due, id, zone, by, now, true),
                    assignee);
        });
    }

    /** What may follow, with the due dates that it would have; for whoever did it before. */
    List<SuggestedActivity> suggested(PlannedActivity done, Instant now) {
        TrackedRecord record = store.record(done.record()).orElse(null);
        ActivityTypeEntity kind = store.kind(done.typeId()).orElse(null);
        List<SuggestedActivity> suggested = new ArrayList<>();
        if (record != null && kind != null && kind.suggests()) {
            ZoneId zone = dues.zoneOf(done.assigneeId(), null);
            for (ActivityTypeEntity next : nextKinds(kind)) {
                Due due = dues.due(question(done, kind, next, record, done.assigneeId(), now), zone, now);
                suggested.add(new SuggestedActivity(next.toRef(), next.summary(), due.date(), due.inputs().explain()));
            }
        }
        return suggested;
    }

    /** What those who say due dates will be asked when this activity is done at that instant. */
    List<DueDateQuestion> questions(PlannedActivity open, NamedRef doer, Instant doneAt) {
        TrackedRecord record = store.record(open.record()).orElse(null);
        ActivityTypeEntity kind = store.kind(open.typeId()).orElse(null);
        if (record == null || kind == null || !kind.triggers() && !kind.suggests()) {
            return List.of();
        }
        NamedRef assignee = kind.triggers() ? assignee(open, record, doer) : null;
        Long id = kind.suggests() ? open.assigneeId() : assignee == null ? null : assignee.id();
        return nextKinds(kind).stream().map(next -> question(open, kind, next, record, id, doneAt)).toList();
    }

    static Automation because(String causeId, PlannedActivity done) {
        return Automation.planned(causeId, Cause.done(done));
    }

    private DueDateQuestion question(PlannedActivity done, ActivityTypeEntity kind, ActivityTypeEntity next, TrackedRecord record,
            Long assignee,
            Instant doneAt) {
        ZoneId zone = dues.zoneOf(assignee, null);
        LocalDate base = kind.countsFromPrevious() ? done.dueDate() : LocalDate.ofInstant(doneAt, zone);
        return dues.question(next, record, assignee, base, zone);
    }

    private List<ActivityTypeEntity> nextKinds(ActivityTypeEntity kind) {
        return kind.nextTypeIds().stream().map(store::kind).flatMap(Optional::stream).filter(ActivityTypeEntity::isActive).toList();
    }

    /** Who had it; an automatic step that may not give it to them gives it to the salesperson, then to the doer (A10). */
    private NamedRef assignee(PlannedActivity done, TrackedRecord record, NamedRef doer) {
        NamedRef before = dues.person(done.assigneeId());
        if (assignees.suits(before, record.ref())) {
            return before;
        }
        NamedRef salesperson = dues.person(record.salespersonId());
        return assignees.suits(salesperson, record.ref()) ? salesperson : doer;
    }
}
