package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.OpportunityField;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads an edit: which members are to have which values, in the shape of the contract. */
final class Editing {
    static final int TOP_PRIORITY = 3;
    private static final int PERCENT = 100;
    private static final String PROBABILITY_MANUAL = "probabilityManual";
    /** Shown, but set by acts or by nobody. */
    private static final Set<String> READ_ONLY = Set.of("id", "version", "stageId", "stageKind", "stage", "outcome",
            "closedAt", "closedBy", "lostReason", "proposedReason", "closingNote", "salesperson", "team", "nextActivity",
            "activityState", "ribbon", "createdAt", "createdBy", "stageSince", "externalId");

    private final MergePatch patch;
    private final String currency;

    /** @param currency for amounts that name none */
    Editing(MergePatch patch, String currency) {
        Set<String> writable = new HashSet<>(Arrays.stream(OpportunityField.values()).map(OpportunityField::field).toList());
        writable.add("customer");
        writable.add(PROBABILITY_MANUAL);
        this.patch = patch.allowing(writable, READ_ONLY);
        this.currency = currency;
    }

    /** Whether a contact is to be made and linked. */
    boolean makesCustomer() {
        if (patch.has("customer") && patch.has("customerId")) {
            throw CrmException.invalid("customer", "ambiguous", "Name either customerId or customer.");
        }
        return patch.has("customer") && !patch.object("customer").isEmpty();
    }

    MergePatch customer() {
        return new MergePatch(patch.object("customer")).allowing(Set.of("name", "email", "phone", "company"), Set.of());
    }

    /** By member, in the order of the members; null empties. */
    Map<OpportunityField, Object> values(OpportunityEntity card) {
        Map<OpportunityField, Object> values = new LinkedHashMap<>();
        for (OpportunityField member : OpportunityField.values()) {
            if (patch.has(member.field())) {
                values.put(member, value(member, card));
            }
        }
        if (patch.has("customer") && !makesCustomer()) {
            values.put(OpportunityField.CUSTOMER, null);
        }
        if (patch.has(PROBABILITY_MANUAL) && !values.containsKey(OpportunityField.PROBABILITY)) {
            boolean manual = Boolean.TRUE.equals(patch.flag(PROBABILITY_MANUAL));
            Object now = OpportunityField.PROBABILITY.read(card);
            values.put(OpportunityField.PROBABILITY, !manual ? null : now != null ? now : (Object) (long) card.probability());
        }
        return values;
    }

    private Object value(OpportunityField member, OpportunityEntity card) {
        String field = member.field();
        return switch (member) {
            case NAME -> Texts.name(field, patch.requiredText(field, Texts.NAME));
            case EMAIL -> Texts.email(field, patch.text(field, Texts.EMAIL));
            case PHONE -> patch.text(field, Texts.PHONE);
            case DESCRIPTION -> patch.text(field, Texts.DESCRIPTION);
            case EXPECTED_REVENUE -> Texts.revenue(patch.money(field, currency));
            case CUSTOMER, SALESPERSON, TEAM -> patch.number(field);
            case LOST_REASON -> reason(card);
            case PRIORITY -> patch.number(field, 0, TOP_PRIORITY) == null ? (Object) 0L : patch.number(field);
            case PROBABILITY -> patch.number(field, 0, PERCENT) == null ? null : patch.number(field);
            case EXPECTED_CLOSING -> patch.date(field);
            case TAGS -> Texts.tags(patch.texts(field));
        };
    }

    private Long reason(OpportunityEntity card) {
        if (!card.isLost()) {
            throw CrmException.invalid("lostReasonId", "not_lost", "Only a lost opportunity has a reason.");
        }
        return patch.number("lostReasonId");
    }
}
