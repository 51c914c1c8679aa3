package com.pivotino.crm.chatter.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.support.RecordKey;
import java.util.Optional;
import javax.persistence.EntityManager;

/** Records that have a feed: the record index says which there are and who reads them; joins the running transaction. */
public final class RecordStore {

    private final EntityManager em;
    private final RecordIndex index;

    public RecordStore(EntityManager em, RecordIndex index) {
        this.em = em;
        this.index = index;
    }

    /** The record, unless it is deleted. */
    public Optional<TrackedRecord> find(RecordRef record) {
        return index.find(record).filter(indexed -> !indexed.deleted()).map(this::with);
    }

    /** The record; refuses with {@code not_found} who may not read it. */
    public TrackedRecord readable(Actor actor, RecordRef record) {
        return with(index.requireReadable(actor, record));
    }

    /** The record as the index has it, with what is kept of it besides. */
    public TrackedRecord with(IndexedRecord indexed) {
        return details(indexed.record()).orElseGet(() -> new TrackedRecord(indexed)).as(indexed);
    }

    /** What this bundle keeps of the record; not what the index says of it. */
    public Optional<TrackedRecord> details(RecordRef record) {
        return Optional.ofNullable(em.find(TrackedRecord.class, new RecordKey(record)));
    }

    public TrackedRecord add(TrackedRecord record) {
        em.persist(record);
        return record;
    }

    /** Removes what is kept of a record that is gone; nobody follows it any more. */
    public void forget(RecordRef record) {
        details(record).ifPresent(em::remove);
        new ChatterStore(em).forgetFollowings(record);
    }
}
