package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.Optional;
import java.util.Set;

/** Who may see a record's feed: who may read the record. */
public final class RecordPermissions {

    private static final String RECORD = "The record";

    private final ChatterStore store;

    public RecordPermissions(ChatterStore store) {
        this.store = store;
    }

    /** Whether the record is there for this actor to read. */
    public boolean lets(Actor actor, RecordRef record) {
        return find(actor, record).filter(access -> access.readableBy(actor)).isPresent();
    }

    /** Refuses with {@code not_found} who may not read the record. */
    public void requireReadable(Actor actor, RecordRef record) {
        access(actor, record).requireReadable(actor, RECORD);
    }

    /** Refuses with {@code forbidden} who may read but not change it. */
    public void requireWritable(Actor actor, RecordRef record) {
        access(actor, record).requireWritable(actor, RECORD);
    }

    private RecordAccess access(Actor actor, RecordRef ref) {
        return find(actor, ref).orElseThrow(() -> CrmException.notFound(RECORD));
    }

    private Optional<RecordAccess> find(Actor actor, RecordRef ref) {
        return store.record(ref).filter(known -> !known.isDeleted()).map(known -> asFarAs(actor, ref, known));
    }

    /** The rule as far as this actor goes; asks for the follower only if nothing else lets the actor in. */
    private RecordAccess asFarAs(Actor actor, RecordRef ref, TrackedRecord record) {
        RecordAccess plain = record.access(Set.of());
        boolean follows = actor.user() != null && !plain.readableBy(actor) && store.following(ref, actor.user()).isPresent();
        return follows ? record.access(Set.of(actor.userId())) : plain;
    }
}
