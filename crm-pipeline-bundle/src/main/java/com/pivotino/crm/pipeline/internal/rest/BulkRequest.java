package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.OpportunityBulk;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads bulk requests (REST "Bulk"): which action, with what. */
public final class BulkRequest {

    private static final int TEXT = 20_000;
    private static final Set<String> COMMON = Set.of("ids", "action", "partial");
    /** By action, what it takes beside the common members. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "move", Set.of("stageId", "lostReasonId", "proposedReason", "note", "meetings", "openActivities"),
            "won", Set.of("openActivities"),
            "lost", Set.of("lostReasonId", "proposedReason", "note", "meetings"),
            "restore", Set.of("stageId"),
            "assign", Set.of("salespersonId", "teamId"),
            "tag", Set.of("tags", "removeTags"),
            "delete", Set.of());

    private final MergePatch members;

    private BulkRequest(MergePatch members) {
        this.members = members;
    }

    /**
     * Reads the members of a body.
     *
     * @param body null for none
     * @throws CrmException {@code validation_failed} on the members that are wrong in themselves
     */
    public static OpportunityBulk of(MergePatch body) {
        MergePatch members = body == null ? new MergePatch(Map.of()) : body;
        String action = members.text("action", TEXT);
        if (action == null || !MEMBERS.containsKey(action)) {
            throw CrmException.invalid("action", "unknown", "One of " + MEMBERS.keySet().stream().sorted()
                    .collect(Collectors.joining(", ")) + ".");
        }
        Set<String> allowed = new HashSet<>(MEMBERS.get(action));
        allowed.addAll(COMMON);
        members.allowing(allowed, Set.of());
        return new OpportunityBulk(members.ids("ids"), Boolean.TRUE.equals(members.flag("partial")), new BulkRequest(members).read(action));
    }

    private OpportunityBulk.Action read(String action) {
        return switch (action) {
            case "move" -> new OpportunityBulk.Move(new MoveRequest(members.number("stageId"), null, null, members.number("lostReasonId"),
                    text("note"), text("proposedReason"), text("meetings"), text("openActivities"), null));
            case "won" -> new OpportunityBulk.Win(new WonRequest(text("openActivities")));
            case "lost" -> new OpportunityBulk.Lose(new LostRequest(members.number("lostReasonId"), text("proposedReason"), text("note"),
                    text("meetings")));
            case "restore" -> new OpportunityBulk.Restore(new RestoreRequest(members.number("stageId")));
            case "assign" -> new OpportunityBulk.Assign(assignee("salespersonId"), assignee("teamId"));
            case "tag" -> new OpportunityBulk.Tag(members.texts("tags"), members.texts("removeTags"));
            default -> new OpportunityBulk.Delete();
        };
    }

    private String text(String name) {
        return members.text(name, TEXT);
    }

    private OpportunityBulk.Assignee assignee(String name) {
        return members.has(name) ? new OpportunityBulk.Assignee(members.number(name)) : null;
    }
}
