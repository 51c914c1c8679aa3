package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityPlanning;
import com.pivotino.crm.activity.internal.domain.Automation;
import com.pivotino.crm.activity.internal.domain.Cause;
import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.event.Transaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Plans all activities of a plan inside one act: all of them or, with the line named, none. */
final class Launcher {

    private final ActivityUnitOfWork unit;
    private final ActivityOperations operations;
    private final Transaction tx;

    Launcher(ActivityUnitOfWork unit, ActivityOperations operations, Transaction tx) {
        this.unit = unit;
        this.operations = operations;
        this.tx = tx;
    }

    List<PlannedActivity> launch(ActivityPlan plan, RecordRef ref, LocalDate start) {
        TrackedRecord record = unit.access().writableRecord(tx.actor(), ref);
        Warnings.lost(tx, record);
        PlanLines lines = new PlanLines(unit, tx.actor(), record);
        Automation why = Automation.planned(tx.causeId(), Cause.plan(plan.name(), plan.version()));
        List<PlannedActivity> planned = new ArrayList<>();
        for (int i = 0; i < plan.lines().size(); i++) {
            PlanLine line = plan.lines().get(i);
            LocalDate base = planned.isEmpty() || !"previous".equals(line.from()) ? start : planned.get(i - 1).dueDate();
            planned.add(ActivityPlanning.atLine(i, () -> plan(line, record, lines, base, why)));
        }
        return planned;
    }

    private PlannedActivity plan(PlanLine line, TrackedRecord record, PlanLines lines, LocalDate base, Automation why) {
        ActivityTypeEntity kind = lines.kind(line);
        NamedRef assignee = lines.holder(line);
        if (line.teamId() != null) {
            unit.assignees().requireTeam(line.teamId(), record.ref());
        }
        ZoneId zone = lines.zone(line, assignee);
        Due due = operations.dues().due(lines.question(line, base), zone, tx.now());
        return operations.plan(record, new Plan(record.ref(), kind.id(), line.summary() == null ? kind.summary() : line.summary(),
                line.note() == null ? kind.note() : line.note(), due, assignee == null ? null : assignee.id(), zone,
                tx.actor().userId(), tx.now(), true, line.teamId()), assignee, why);
    }
}
