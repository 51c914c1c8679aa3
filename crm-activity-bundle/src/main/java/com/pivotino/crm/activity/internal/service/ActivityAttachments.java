package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Enclosures;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.AttachedFile;
import com.pivotino.crm.api.attachment.AttachmentService;
import com.pivotino.crm.api.event.Transaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files of activities (SEMANTICS A7): another bundle keeps them, and says who may attach which; here is only how they are
 * called. While that bundle is away nothing new is attached, and what is attached stays shown.
 */
final class ActivityAttachments {

    private static final String MEMBER = "attachmentIds";
    private static final int MOST = 20;

    private final ActivityStore store;
    private final Optional<AttachmentService> keeper;
    private final Transaction tx;

    ActivityAttachments(ActivityStore store, Optional<AttachmentService> keeper, Transaction tx) {
        this.store = store;
        this.keeper = keeper;
        this.tx = tx;
    }

    /** Makes it hold exactly these, in this order; what it held before hangs on nothing, unless another one holds it. */
    void replace(PlannedActivity activity, Collection<Long> ids) {
        Map<Long, AttachedFile> held = held(activity);
        List<Long> fresh = ids.stream().filter(id -> !held.containsKey(id)).distinct().toList();
        List<Long> dropped = held.keySet().stream().filter(id -> !ids.contains(id)).toList();
        if (fresh.isEmpty() && dropped.isEmpty()) {
            return;
        }
        if (ids.size() > MOST) {
            throw CrmException.invalid(MEMBER, "too_many", "At most " + MOST + " files for an activity.");
        }
        AttachmentService files = keeper.orElseThrow(() -> CrmException.invalid(MEMBER, "unavailable",
                "Files cannot be attached or taken off now: the module that keeps them is not there."));
        letGo(activity, dropped);
        if (!fresh.isEmpty()) {
            files.link(tx, activity.record(), null, activity.id(), fresh)
                    .forEach(file -> held.put(file.id(), new AttachedFile(file.id(), file.name(), file.type(), file.size())));
        }
        activity.enclose(new Enclosures(ids.stream().distinct().map(held::get).toList()));
    }

    /**
     * What the entry of its completion is to show: its own and what its doer adds, which it holds from now on; while nobody
     * keeps files, the entry gets them when that bundle is back.
     */
    List<Long> shownBy(PlannedActivity activity, List<Long> added) {
        Set<Long> all = new LinkedHashSet<>(held(activity).keySet());
        all.addAll(added);
        if (keeper.isPresent()) {
            replace(activity, all);
        }
        return List.copyOf(all);
    }

    /** It is gone as planned by mistake, and its files with it. */
    void letGo(PlannedActivity activity) {
        letGo(activity, held(activity).keySet());
    }

    private void letGo(PlannedActivity activity, Collection<Long> ids) {
        if (!ids.isEmpty() && keeper.isPresent()) {
            Set<Long> loose = new HashSet<>(ids);
            store.ofRecord(activity.record()).stream().filter(other -> other != activity)
                    .forEach(other -> loose.removeAll(held(other).keySet()));
            keeper.get().unlink(tx, activity.record(), loose);
        }
    }

    private static Map<Long, AttachedFile> held(PlannedActivity activity) {
        Map<Long, AttachedFile> held = new LinkedHashMap<>();
        activity.enclosures().files().forEach(file -> held.put(file.id(), file));
        return held;
    }
}
