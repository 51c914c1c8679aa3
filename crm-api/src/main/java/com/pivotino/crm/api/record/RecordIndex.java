package com.pivotino.crm.api.record;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one index of records of all bundles: title, owner, team, creator, and further readers. Whatever shows, lists or
 * changes something that belongs to another bundle's record asks it who may. Every method joins the running transaction and
 * sees what the act has published so far; outside of one it reads on its own.
 *
 * <p>Lists join its tables, which everybody may read and only the runtime writes ({@link RecordFact}):
 * {@code rt_record (record_type, record_id, title, owner_id, team_id, creator_id, deleted)} and
 * {@code rt_record_reader (record_type, record_id, user_id)}; {@link RecordCondition} is the rule for them.
 */
@ProviderType
public interface RecordIndex {

    /** The record, also when it is deleted; empty if the index never heard of it. */
    Optional<IndexedRecord> find(RecordRef record);

    /** The indexed records among these, deleted ones included; one query for every five hundred. */
    Map<RecordRef, IndexedRecord> find(Collection<RecordRef> records);

    /** Users who may read the record besides, such as followers. */
    Set<Long> readers(RecordRef record);

    /** The rule for the record, as far as this actor goes; empty if there is no such record. */
    Optional<RecordAccess> access(Actor actor, RecordRef record);

    /** The existing records among these that the actor may read; two queries for every five hundred. */
    Set<RecordRef> readable(Actor actor, Collection<RecordRef> records);

    /**
     * Records that the actor may read only as one of their {@link #readers}, in the order of type and id.
     *
     * @param most how many at most
     */
    List<RecordRef> granted(Actor actor, int most);

    /**
     * The record that the actor may read.
     *
     * @throws CrmException {@code not_found} if there is none
     */
    IndexedRecord requireReadable(Actor actor, RecordRef record);

    /**
     * The record that the actor may change.
     *
     * @throws CrmException {@code not_found} if the actor may not read it, {@code forbidden} if they may but not change it
     */
    IndexedRecord requireWritable(Actor actor, RecordRef record);
}
