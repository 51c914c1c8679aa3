package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Kind;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Which due dates an act will have to compute, told before it begins. What the act would refuse has no questions; a
 * question that the act has and this has not foreseen is answered by the standard rule.
 */
final class DueQuestions {

    private final ActivityStore store;
    private final Directory directory;
    private final DueDesk dues;
    private final Instant now;

    DueQuestions(ActivityStore store, Directory directory, DueDesk dues, Instant now) {
        this.store = store;
        this.directory = directory;
        this.dues = dues;
        this.now = now;
    }

    List<DueDateQuestion> ofNew(Actor actor, NewActivity input) {
        if (input.dueDate() != null || input.isLogged()) {
            return List.of();
        }
        Long assignee = input.assigneeId() != null || input.teamId() != null ? input.assigneeId() : actor.userId();
        return of(input.record(), input.typeId(), assignee, input.teamId());
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
        NamedRef doer = actor.userId() == null ? null : new NamedRef(actor.userId(), actor.name());
        return new Chaining(store, dues, new Assignees(directory, store), now).questions(activity, doer);
    }

    private List<DueDateQuestion> of(RecordRef ref, Long typeId, Long assignee, Long team) {
        Optional<TrackedRecord> record = store.record(ref);
        Optional<Kind> kind = typeId == null ? Optional.empty() : store.kind(typeId).filter(Kind::isActive);
        if (record.isEmpty() || kind.isEmpty()) {
            return List.of();
        }
        ZoneId zone = dues.zoneOf(assignee, team);
        return List.of(dues.question(kind.get(), record.get(), assignee, LocalDate.ofInstant(now, zone), zone));
    }

    private PlannedActivity readable(Actor actor, long id) {
        return new ActivityAccess(store).readable(actor, id);
    }
}
