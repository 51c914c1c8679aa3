package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.RecordAccess;
import java.util.Collection;
import java.util.Set;

/** Who may read and change an activity: its assignee, the team that may claim it, and who may read or change its record. */
final class ActivityAccess {

    private static final RecordAccess NOBODY = new RecordAccess(null, null, null, Set.of());

    private final ActivityStore store;

    ActivityAccess(ActivityStore store) {
        this.store = store;
    }

    /** The activity, or {@code not_found} for who may not read it. */
    PlannedActivity readable(Actor actor, long id) {
        return store.activity(id).filter(activity -> readableBy(actor, activity))
                .orElseThrow(() -> CrmException.notFound("The activity"));
    }

    /** Refuses with {@code forbidden} who may read but not change it. */
    void requireChangeable(Actor actor, PlannedActivity activity) {
        Long me = actor.userId();
        boolean mine = me != null && (activity.isAssignedTo(me) || me.equals(activity.createdBy()));
        if (!mine && !access(actor, activity.record()).writableBy(actor)) {
            throw CrmException.forbidden("This activity belongs to somebody else; only they or a manager may change it.");
        }
    }

    /** The record that an activity is to be planned on; {@code not_found} or {@code forbidden}. */
    TrackedRecord writableRecord(Actor actor, RecordRef ref) {
        store.records().requireWritable(actor, ref);
        return store.record(ref).orElseThrow(() -> CrmException.notFound("The record"));
    }

    /** The record, or {@code not_found} for who may not read it. */
    TrackedRecord readableRecord(Actor actor, RecordRef ref) {
        store.records().requireReadable(actor, ref);
        return store.record(ref).orElseThrow(() -> CrmException.notFound("The record"));
    }

    /** Whether somebody may read the record itself. */
    boolean canRead(Actor actor, RecordRef ref) {
        return access(actor, ref).readableBy(actor);
    }

    /** Those that somebody may read of these. */
    Set<RecordRef> readable(Actor actor, Collection<RecordRef> records) {
        return store.records().readable(actor, records);
    }

    /** The rule as far as this actor goes; a record that is not known is only an administrator's. */
    private RecordAccess access(Actor actor, RecordRef ref) {
        return store.records().access(actor, ref).orElse(NOBODY);
    }

    private boolean readableBy(Actor actor, PlannedActivity activity) {
        return actor.userId() != null && activity.isAssignedTo(actor.userId())
                || activity.isClaimable() && actor.visibleTeamIds().contains(activity.teamId())
                || canRead(actor, activity.record());
    }
}
