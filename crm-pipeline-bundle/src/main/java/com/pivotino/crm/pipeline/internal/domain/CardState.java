package com.pivotino.crm.pipeline.internal.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What acts that can be undone change of an opportunity, at one moment (SEMANTICS P19). What the act did not touch stays
 * as others have made it since; what it did touch can only be put back while nobody else has touched it.
 */
public record CardState(long stageId, Instant stageSince, String outcome, Instant outcomeSince, int probability,
        Integer manualProbability, Closing closing, LastOpenStage lastOpen, Long salespersonId, Long teamId,
        List<String> tags, String rankKey, Customer customer) {

    /** How it was closed; null members if it is open. */
    public record Closing(Instant at, Long by, Long lostReasonId, String proposedReason, String note, String causeId) {
    }

    /** Whose it is; the name as of then. */
    public record Customer(long id, String name) {
    }

    public static CardState of(OpportunityEntity card) {
        return new CardState(card.stageId, card.stageSince, card.outcome, card.outcomeSince, card.probability,
                card.manualProbability, new Closing(card.closedAt, card.closedBy, card.lostReasonId, card.proposedReason,
                card.closingNote, card.closingCauseId), card.lastOpenStage(), card.salespersonId, card.teamId, card.tags(),
                card.rankKey, card.customerId == null ? null : new Customer(card.customerId, card.customerName));
    }

    /** Whether the act that led from this state to that one moved the card, or only changed members of it. */
    public boolean movedTo(CardState after) {
        return !place().equals(after.place());
    }

    /** Whether the act gave it to somebody else or to another team. */
    public boolean handedOverBy(CardState after) {
        return !Objects.equals(salespersonId, after.salespersonId) || !Objects.equals(teamId, after.teamId);
    }

    /** Whether the act gave it another customer. */
    public boolean soldToAnotherBy(CardState after) {
        return !Objects.equals(customerId(), after.customerId());
    }

    /** Null if there is none. */
    public Long customerId() {
        return customer == null ? null : customer.id();
    }

    /** What the act changed and somebody has changed again since; empty if this state can be put back. */
    public List<String> overtaken(CardState after, CardState now) {
        List<String> fields = new ArrayList<>();
        // a closing that was edited since, such as its reason, counts as the stage does: it goes with it
        compare(fields, "stage", place(), after.place(), now.place());
        compare(fields, "salesperson", salespersonId, after.salespersonId, now.salespersonId);
        compare(fields, "team", teamId, after.teamId, now.teamId);
        compare(fields, "customer", customerId(), after.customerId(), now.customerId());
        compare(fields, "tags", tags, after.tags, now.tags);
        return fields;
    }

    private static void compare(List<String> fields, String name, Object before, Object after, Object now) {
        if (!Objects.equals(before, after) && !Objects.equals(after, now)) {
            fields.add(name);
        }
    }

    /** Puts back what the act has changed. */
    public void putBack(OpportunityEntity card, CardState after) {
        if (movedTo(after)) {
            card.stageId = stageId;
            card.stageSince = stageSince;
            card.rankKey = rankKey;
            card.outcome = outcome;
            card.outcomeSince = outcomeSince;
            card.closedAt = closing.at;
            card.closedBy = closing.by;
            card.lostReasonId = closing.lostReasonId;
            card.proposedReason = closing.proposedReason;
            card.closingNote = closing.note;
            card.closingCauseId = closing.causeId;
            card.openStageId = lastOpen == null ? null : lastOpen.id();
            card.openKind = lastOpen == null ? null : lastOpen.kind();
            card.openSequence = lastOpen == null ? null : lastOpen.sequence();
            // an override made since holds in the old stage too (P12)
            card.probability = Objects.equals(card.manualProbability, manualProbability) || card.manualProbability == null
                    || !card.isOpen() ? probability : card.manualProbability;
        }
        if (handedOverBy(after)) {
            card.salespersonId = salespersonId;
            card.teamId = teamId;
        }
        if (soldToAnotherBy(after)) {
            card.customerId = customerId();
            card.customerName = customer == null ? null : customer.name();
        }
        if (!tags.equals(after.tags)) {
            card.tag(tags);
        }
    }

    private List<Object> place() {
        List<Object> place = new ArrayList<>(List.of(stageId, stageSince, outcome, outcomeSince));
        place.add(closing);
        return place;
    }
}
