package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityPlanning;
import com.pivotino.crm.activity.internal.domain.Automation;
import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.Kind;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.event.Transaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Plans all activities of a plan inside one act: all of them or, with the line named, none. */
final class Launcher {

    private final ActivityStore store;
    private final ActivityDesk desk;
    private final Assignees assignees;
    private final Transaction tx;

    Launcher(ActivityStore store, ActivityDesk desk, Directory directory, Transaction tx) {
        this.store = store;
        this.desk = desk;
        this.assignees = new Assignees(directory, store);
        this.tx = tx;
    }

    List<PlannedActivity> launch(ActivityPlan plan, RecordRef ref, LocalDate start) {
        TrackedRecord record = new ActivityAccess(store).writableRecord(tx.actor(), ref);
        Warnings.lost(tx, record);
        Automation why = Automation.planned(tx.causeId(), "From the plan \"" + plan.name() + "\", version " + plan.version() + ".");
        List<PlannedActivity> planned = new ArrayList<>();
        LocalDate previous = start;
        for (int i = 0; i < plan.lines().size(); i++) {
            PlanLine line = plan.lines().get(i);
            try {
                PlannedActivity activity = plan(line, record, "previous".equals(line.from()) ? previous : start, why);
                previous = activity.dueDate();
                planned.add(activity);
            } catch (CrmException refusal) {
                throw ActivityPlanning.atLine(refusal, i);
            }
        }
        return planned;
    }

    private PlannedActivity plan(PlanLine line, TrackedRecord record, LocalDate base, Automation why) {
        Kind kind = store.kind(line.typeId()).filter(Kind::isActive)
                .orElseThrow(() -> CrmException.invalid("typeId", "invalid", "There is no such type to choose."));
        NamedRef assignee = assignee(line, record);
        if (line.teamId() != null) {
            assignees.requireTeam(line.teamId(), record.ref());
        }
        ZoneId zone = desk.zoneOf(assignee, line.teamId());
        Due due = desk.dues().due(kind, record, assignee, base, zone, line, tx.now());
        return desk.plan(record, new Plan(record.ref(), kind.id(), line.summary() == null ? kind.summary() : line.summary(),
                line.note() == null ? kind.note() : line.note(), due, assignee == null ? null : assignee.id(), zone,
                tx.actor().userId(), tx.now(), true, line.teamId()), assignee, why);
    }

    private NamedRef assignee(PlanLine line, TrackedRecord record) {
        return switch (line.assignee()) {
            case "team" -> null;
            case "person" -> assignees.require(line.assigneeId(), record.ref());
            case "salesperson" -> {
                NamedRef salesperson = desk.person(record.salespersonId());
                yield assignees.suits(salesperson, record.ref()) ? salesperson : desk.doer();
            }
            default -> desk.doer();
        };
    }
}
