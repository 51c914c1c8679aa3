package com.pivotino.crm.runtime.internal.record;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.record.RecordColumns;
import com.pivotino.crm.api.record.RecordCondition;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the record index. */
public class DefaultRecordIndex implements RecordIndex {

    private static final String RECORD = "The record";

    private final Database database;
    private final Acts acts;
    private final RecordTable table = new RecordTable();

    public DefaultRecordIndex(Database database, Acts acts) {
        this.database = database;
        this.acts = acts;
    }

    /** A record that is there, with the rule as far as one actor goes. */
    private record Known(IndexedRecord record, RecordAccess access) {
    }

    @Override
    public final Optional<IndexedRecord> find(RecordRef record) {
        return Optional.ofNullable(find(List.of(record)).get(record));
    }

    @Override
    public final Map<RecordRef, IndexedRecord> find(Collection<RecordRef> records) {
        return records.isEmpty() ? Map.of() : read(connection -> table.find(connection, records));
    }

    @Override
    public final Set<Long> readers(RecordRef record) {
        List<Long> users = read(connection -> Statements.query(connection, "SELECT user_id FROM rt_record_reader"
                + " WHERE record_type = ? AND record_id = ?", List.of(record.type(), record.id()), row -> row.getLong(1)));
        return new TreeSet<>(users);
    }

    @Override
    public final Optional<RecordAccess> access(Actor actor, RecordRef record) {
        return known(actor, record).map(Known::access);
    }

    @Override
    public final Set<RecordRef> readable(Actor actor, Collection<RecordRef> records) {
        Set<RecordRef> readable = new HashSet<>();
        List<RecordRef> others = new ArrayList<>();
        find(records).values().stream().filter(record -> !record.deleted()).forEach(record ->
                (record.access(Set.of()).readableBy(actor) ? readable : others).add(record.record()));
        if (actor.userId() != null && !others.isEmpty()) {
            readable.addAll(read(connection -> table.readBy(connection, actor.userId(), others)));
        }
        return readable;
    }

    @Override
    public final List<RecordRef> granted(Actor actor, int most) {
        if (actor.isAdmin() || actor.userId() == null) {
            return List.of();
        }
        RecordCondition own = RecordCondition.ownOrTeams(actor, RecordColumns.index("r"));
        List<Object> values = new ArrayList<>(List.of(actor.userId()));
        values.addAll(own.values());
        // Counted, because then each record is looked up by its key; joined, all records might be read.
        return read(connection -> Statements.query(connection, "SELECT f.record_type, f.record_id FROM rt_record_reader f"
                + " WHERE f.user_id = ? AND (SELECT COUNT(*) FROM rt_record r WHERE r.record_type = f.record_type"
                + " AND r.record_id = f.record_id AND " + own.sql() + ") = 0 ORDER BY f.record_type, f.record_id LIMIT " + most,
                values, RecordTable::ref));
    }

    @Override
    public final IndexedRecord requireReadable(Actor actor, RecordRef record) {
        Known known = known(actor, record).orElseThrow(() -> CrmException.notFound(RECORD));
        known.access.requireReadable(actor, RECORD);
        return known.record;
    }

    @Override
    public final IndexedRecord requireWritable(Actor actor, RecordRef record) {
        Known known = known(actor, record).orElseThrow(() -> CrmException.notFound(RECORD));
        known.access.requireWritable(actor, RECORD);
        return known.record;
    }

    /** Asks for the reader only if nothing else lets the actor in. */
    private Optional<Known> known(Actor actor, RecordRef ref) {
        return find(ref).filter(record -> !record.deleted()).map(record -> {
            RecordAccess plain = record.access(Set.of());
            boolean reads = !plain.readableBy(actor) && actor.userId() != null
                    && !read(connection -> table.readBy(connection, actor.userId(), List.of(ref))).isEmpty();
            return new Known(record, reads ? record.access(Set.of(actor.userId())) : plain);
        });
    }

    private <T> T read(Database.Work<T> work) {
        return acts.read(() -> database.joined(work));
    }
}
