package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What the lines of a plan mean on one record for who launches it. */
final class PlanLines {

    private final ActivityUnitOfWork unit;
    private final DueDateAnswers dues;
    private final Assignees assignees;
    private final Actor actor;
    private final TrackedRecord record;

    PlanLines(ActivityUnitOfWork unit, Actor actor, TrackedRecord record) {
        this.unit = unit;
        this.dues = unit.dues(Map.of());
        this.assignees = unit.assignees();
        this.actor = actor;
        this.record = record;
    }

    ActivityTypeEntity kind(PlanLine line) {
        return unit.store().kind(line.typeId()).filter(ActivityTypeEntity::isActive)
                .orElseThrow(() -> CrmException.invalid("typeId", "invalid", "There is no such type to choose."));
    }

    /** Who gets it; null for a team's. */
    NamedRef holder(PlanLine line) {
        NamedRef doer = actor.userId() == null ? null : new NamedRef(actor.userId(), actor.name());
        return switch (line.assignee()) {
            case "team" -> null;
            case "person" -> assignees.require(line.assigneeId(), record.ref());
            case "salesperson" -> {
                NamedRef salesperson = dues.person(record.salespersonId());
                yield assignees.suits(salesperson, record.ref()) ? salesperson : doer;
            }
            default -> doer;
        };
    }

    ZoneId zone(PlanLine line, NamedRef holder) {
        return dues.zoneOf(holder == null ? null : holder.id(), line.teamId());
    }

    /** What its due date is computed from, counted from this day. */
    DueDateQuestion question(PlanLine line, LocalDate base) {
        NamedRef holder = holder(line);
        return dues.question(kind(line), record, holder, base, zone(line, holder), line);
    }
}
