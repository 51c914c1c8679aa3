package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Edit;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        if (known != null && known != activity.version()) {
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
        if (known == null || known == activity.version()) {
            return;
        }
        if (known > activity.version()) {
            throw conflict(activity, lastEditor(activity), List.of());
        }
        Map<String, Edit> since = new LinkedHashMap<>();
        store.editsAfter(activity.id(), known).forEach(edit -> since.putIfAbsent(edit.member(), edit));
        List<Map<String, Object>> conflicts = new ArrayList<>();
        for (Edit edit : since.values()) {
            if (wanted.contains(edit.member())) {
                Map<String, Object> conflict = new HashMap<>();
                conflict.put("field", edit.member());
                conflict.put("base", edit.oldValue());
                conflict.put("theirs", ActivityFields.text(activity, edit.member()));
                conflict.put("mine", mine(patch, edit.member()));
                conflicts.add(conflict);
            }
        }
        if (!conflicts.isEmpty()) {
            throw conflict(activity, lastEditor(activity), conflicts);
        }
    }

    private CrmException conflict(PlannedActivity activity, Long by, List<Map<String, Object>> conflicts) {
        Activity current = views.of(activity, now);
        NamedRef changedBy = views.person(by);
        Map<String, Object> extras = new HashMap<>(Map.of("current", current));
        if (changedBy != null) {
            extras.put("changedBy", changedBy);
        }
        if (!conflicts.isEmpty()) {
            extras.put("conflicts", conflicts);
        }
        return CrmException.versionConflict(extras);
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
