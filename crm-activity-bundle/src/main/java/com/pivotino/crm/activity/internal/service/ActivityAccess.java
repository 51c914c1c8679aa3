package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.RecordAccess;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        TrackedRecord record = known(ref).orElseThrow(() -> CrmException.notFound("The record"));
        access(actor, ref).requireWritable(actor, "The record");
        return record;
    }

    /** The record, or {@code not_found} for who may not read it. */
    TrackedRecord readableRecord(Actor actor, RecordRef ref) {
        return known(ref).filter(record -> canRead(actor, ref)).orElseThrow(() -> CrmException.notFound("The record"));
    }

    /** Whether somebody may read the record itself. */
    boolean canRead(Actor actor, RecordRef ref) {
        return access(actor, ref).readableBy(actor);
    }

    /** Those that somebody may read of these; one query for all that only followers may. */
    Set<RecordRef> readable(Actor actor, Collection<TrackedRecord> records) {
        List<TrackedRecord> there = records.stream().filter(record -> !record.isDeleted()).toList();
        Set<RecordRef> readable = new HashSet<>();
        Set<RecordRef> others = new HashSet<>();
        there.forEach(record -> (record.access(Set.of()).readableBy(actor) ? readable : others).add(record.ref()));
        if (actor.userId() != null) {
            readable.addAll(store.followed(actor.userId(), others));
        }
        return readable;
    }

    /** The rule as far as this actor goes; a record that is not known is only an administrator's. */
    private RecordAccess access(Actor actor, RecordRef ref) {
        RecordAccess plain = known(ref).map(record -> record.access(Set.of())).orElse(NOBODY);
        Long me = actor.userId();
        boolean follows = me != null && plain != NOBODY && !plain.readableBy(actor) && store.follower(ref, me).isPresent();
        return follows ? known(ref).orElseThrow().access(Set.of(me)) : plain;
    }

    private boolean readableBy(Actor actor, PlannedActivity activity) {
        return actor.userId() != null && activity.isAssignedTo(actor.userId())
                || activity.isClaimable() && actor.visibleTeamIds().contains(activity.teamId())
                || canRead(actor, activity.record());
    }

    private Optional<TrackedRecord> known(RecordRef ref) {
        return store.record(ref).filter(record -> !record.isDeleted());
    }
}
