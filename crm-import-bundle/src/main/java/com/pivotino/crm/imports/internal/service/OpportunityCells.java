package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.imports.internal.plan.OpportunityReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An opportunity's members as texts, and back: the form in which imports compare, change and restore them. */
final class OpportunityCells {

    /** What an import changes of a record that is there; the stage is moved apart from these. */
    static final List<String> CHANGEABLE = List.of("name", "customer", "email", "phone", "expectedRevenue", "salesperson", "team",
            "priority", "expectedClosing", "description", "tags");

    private OpportunityCells() {
    }

    /** The member as it stands now; empty if it holds nothing. People stand as {@code #id}. */
    static String of(Opportunity now, String member) {
        Object value = switch (member) {
            case "name" -> now.name();
            case "customer" -> ref(now.customer());
            case "email" -> now.email();
            case "phone" -> now.phone();
            case "expectedRevenue" -> now.expectedRevenue() == null ? null
                    : now.expectedRevenue().amount().toPlainString() + " " + now.expectedRevenue().currency();
            case "salesperson" -> ref(now.salesperson());
            case "team" -> ref(now.team());
            case "priority" -> now.priority();
            case "expectedClosing" -> now.expectedClosing();
            case "description" -> now.description();
            case "tags" -> String.join("\n", now.tags());
            case "stageId" -> now.stageId();
            case "lostReason" -> ref(now.lostReason());
            default -> throw new IllegalArgumentException(member);
        };
        return value == null ? "" : value.toString();
    }

    /** The patch that sets these members; people as {@code #id}, an empty text empties. */
    static MergePatch patch(Map<String, String> cells) {
        Map<String, Object> members = new LinkedHashMap<>();
        cells.forEach((member, text) -> {
            if (CHANGEABLE.contains(member)) {
                members.put(name(member), text.isEmpty() ? empty(member) : value(member, text));
            }
        });
        return new MergePatch(members);
    }

    static Money money(String text) {
        return text == null ? null : new Money(new BigDecimal(text.substring(0, text.indexOf(' '))), text.substring(text.indexOf(' ') + 1));
    }

    static Long id(String text) {
        return text == null || text.isEmpty() ? null : Long.valueOf(text.substring(1));
    }

    private static String name(String member) {
        return List.of("customer", "salesperson", "team").contains(member) ? member + "Id" : member;
    }

    private static Object value(String member, String text) {
        return switch (member) {
            case "customer", "salesperson", "team" -> id(text);
            case "expectedRevenue" -> Map.of("amount", money(text).amount().toPlainString(), "currency", money(text).currency());
            case "priority" -> Integer.valueOf(text);
            case "tags" -> OpportunityReader.tags(Map.of("tags", text));
            default -> text;
        };
    }

    private static Object empty(String member) {
        return member.equals("tags") ? List.of() : member.equals("priority") ? Integer.valueOf(0) : null;
    }

    private static String ref(NamedRef ref) {
        return ref == null ? null : "#" + ref.id();
    }
}
