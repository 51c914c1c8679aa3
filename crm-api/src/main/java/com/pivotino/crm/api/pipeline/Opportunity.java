package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.record.Permissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An opportunity as the contract shows it (REST "Pipeline").
 *
 * @param stageId           where it stands; {@code stage} holds the same with its name
 * @param stageKind         {@code new, first_activity, normal, won, lost}
 * @param outcome           {@code open, won, lost} (SEMANTICS P1)
 * @param probability       percent, 0 to 100
 * @param probabilityManual whether a person has overridden the stage's probability (SEMANTICS P12)
 * @param expectedRevenue   null if nobody has said
 * @param priority          0 to 3
 * @param closedAt          when it was won or lost; null while open
 * @param closedBy          who won or lost it; null while open or by the system
 * @param lostReason        null unless lost
 * @param proposedReason    what the loser would have chosen, beside the closest reason (SEMANTICS P15)
 * @param closingNote       what was noted on losing, null while open
 * @param tags              ordered as entered
 * @param nextActivity      the open activity that is due first, or null
 * @param activityState     {@code overdue, today, planned, none} (SEMANTICS A5)
 * @param ribbon            {@code WON}, {@code LOST} or null (SEMANTICS P17)
 * @param stageSince        since when it stands in its stage
 * @param can               what the caller may do with it; null where no caller is known
 * @param externalId        key in the system it was imported from, or null
 */
public record Opportunity(long id, long version, String name, long stageId, String stageKind, StageRef stage,
        String outcome, int probability, boolean probabilityManual, Money expectedRevenue, NamedRef customer,
        String email, String phone, NamedRef salesperson, NamedRef team, int priority, LocalDate expectedClosing,
        Instant closedAt, NamedRef closedBy, NamedRef lostReason, String proposedReason, String closingNote,
        String description, List<String> tags, NextActivity nextActivity, String activityState, String ribbon,
        Instant createdAt, NamedRef createdBy, Instant stageSince, String externalId, Permissions can)
        implements Versioned {
    public Opportunity {
        tags = List.copyOf(tags);
    }

    /** Not for a certain caller. */
    public Opportunity(long id, long version, String name, long stageId, String stageKind, StageRef stage,
        String outcome, int probability, boolean probabilityManual, Money expectedRevenue, NamedRef customer,
        String email, String phone, NamedRef salesperson, NamedRef team, int priority, LocalDate expectedClosing,
        Instant closedAt, NamedRef closedBy, NamedRef lostReason, String proposedReason, String closingNote,
        String description, List<String> tags, NextActivity nextActivity, String activityState, String ribbon,
        Instant createdAt, NamedRef createdBy, Instant stageSince, String externalId) {
        this(id, version, name, stageId, stageKind, stage, outcome, probability, probabilityManual, expectedRevenue,
                customer, email, phone, salesperson, team, priority, expectedClosing, closedAt, closedBy, lostReason,
                proposedReason, closingNote, description, tags, nextActivity, activityState, ribbon, createdAt,
                createdBy, stageSince, externalId, null);
    }
}
