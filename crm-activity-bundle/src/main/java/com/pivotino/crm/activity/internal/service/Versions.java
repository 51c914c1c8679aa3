package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Edit;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.support.StaleVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a stale version means (REST "If-Match"): acts are refused, edits are merged if they touch other members. */
final class Versions {

    private final ActivityStore store;
    private final ActivityViews views;
    private final Instant now;

    Versions(ActivityStore store, ActivityViews views, Instant now) {
        this.store = store;
        this.views = views;
        this.now = now;
    }

    /** Refuses an act on another version than the caller knows. */
    void requireCurrent(PlannedActivity activity, Long known) {
        if (StaleVersion.is(known, activity.version())) {
            throw conflict(activity, lastEditor(activity), List.of());
        }
    }

    /** Refuses an act whose target cannot be reached any more, because somebody ended the activity otherwise. */
    CrmException endedOtherwise(PlannedActivity activity) {
        return conflict(activity, activity.endedBy(), List.of());
    }

    /**
     * Refuses an edit on a stale version if one of the members that it really changes has changed since.
     *
     * @param wanted the members with the values that the caller sent, only those that differ from the current ones
     */
    void requireMergeable(PlannedActivity activity, Long known, Set<String> wanted, MergePatch patch) {
        if (!StaleVersion.is(known, activity.version())) {
            return;
        }
        if (known > activity.version()) {
            throw conflict(activity, lastEditor(activity), List.of());
        }
        Map<String, String> since = new HashMap<>();
        StaleVersion.firstByMember(store.editsAfter(activity.id(), known), Edit::member)
                .forEach((member, edit) -> since.put(member, edit.oldValue()));
        List<Map<String, Object>> conflicts = StaleVersion.conflicts(wanted, since, member -> ActivityFields.text(activity, member),
                member -> mine(patch, member));
        if (!conflicts.isEmpty()) {
            throw conflict(activity, lastEditor(activity), conflicts);
        }
    }

    private CrmException conflict(PlannedActivity activity, Long by, List<Map<String, Object>> conflicts) {
        return StaleVersion.refusal(views.of(activity, now), views.person(by), null,
                conflicts.isEmpty() ? Map.of() : Map.of("conflicts", conflicts));
    }

    private Long lastEditor(PlannedActivity activity) {
        List<Edit> edits = store.editsAfter(activity.id(), 0);
        return !activity.isOpen() ? activity.endedBy()
                : edits.isEmpty() ? activity.createdBy() : edits.get(edits.size() - 1).editedBy();
    }

    private static String mine(MergePatch patch, String member) {
        return switch (member) {
            case "typeId", "assigneeId", "teamId" -> patch.number(member) == null ? null : patch.number(member).toString();
            case "attachmentIds" -> ActivityFields.text(patch.ids(member));
            case "dueDate" -> patch.date(member) == null ? null : patch.date(member).toString();
            default -> patch.text(member, ActivityFields.MAX_NOTE);
        };
    }
}
