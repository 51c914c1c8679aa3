package com.pivotino.crm.runtime.internal.record;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.runtime.internal.sql.Dialect;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of the record index. Every method works in the running transaction. */
final class RecordTable {

    private static final int TITLE = 500;
    private static final int CHUNK = 500;
    private static final String COLUMNS = "record_type, record_id, title, owner_id, team_id, creator_id, deleted";

    /** Says how the record is now, unless it is deleted; writes nothing if that is known. */
    void put(Connection connection, Dialect dialect, IndexedRecord record) throws SQLException {
        String title = record.title();
        Statements.update(connection, dialect.upsertRecord(), record.record().type(), record.record().id(),
                title.length() > TITLE ? title.substring(0, TITLE) : title, record.ownerId(), record.teamId(), record.creatorId(),
                record.deleted());
        if (record.deleted()) {
            Statements.update(connection, "DELETE FROM rt_record_reader WHERE record_type = ? AND record_id = ?", record.record().type(),
                    record.record().id());
        }
    }

    void addReaders(Connection connection, RecordRef record, Set<Long> users) throws SQLException {
        for (Long user : users) {
            Statements.update(connection, "INSERT INTO rt_record_reader (record_type, record_id, user_id) SELECT t.x, r.x, u.x"
                    + " FROM (SELECT CAST(? AS VARCHAR(40)) AS x) t, (SELECT CAST(? AS BIGINT) AS x) r,"
                    + " (SELECT CAST(? AS BIGINT) AS x) u WHERE NOT EXISTS (SELECT 1 FROM rt_record_reader f"
                    + " WHERE f.record_type = t.x AND f.record_id = r.x AND f.user_id = u.x)", record.type(), record.id(), user);
        }
    }

    void removeReaders(Connection connection, RecordRef record, Set<Long> users) throws SQLException {
        for (Long user : users) {
            Statements.update(connection, "DELETE FROM rt_record_reader WHERE record_type = ? AND record_id = ? AND user_id = ?",
                    record.type(), record.id(), user);
        }
    }

    /** Those that there are, by record. */
    Map<RecordRef, IndexedRecord> find(Connection connection, Collection<RecordRef> records) throws SQLException {
        Map<RecordRef, IndexedRecord> found = new TreeMap<>();
        for (Map.Entry<String, List<Long>> part : parts(records)) {
            for (IndexedRecord record : Statements.query(connection, "SELECT " + COLUMNS + " FROM rt_record WHERE record_type = ?"
                    + " AND record_id IN (" + Dialect.marks(part.getValue().size()) + ")", values(part), RecordTable::record)) {
                found.put(record.record(), record);
            }
        }
        return found;
    }

    /** Those that name this user as a reader. */
    List<RecordRef> readBy(Connection connection, long user, Collection<RecordRef> records) throws SQLException {
        List<RecordRef> found = new ArrayList<>();
        for (Map.Entry<String, List<Long>> part : parts(records)) {
            List<Object> values = values(part);
            values.add(user);
            found.addAll(Statements.query(connection, "SELECT record_type, record_id FROM rt_record_reader WHERE record_type = ?"
                    + " AND record_id IN (" + Dialect.marks(part.getValue().size()) + ") AND user_id = ?", values, RecordTable::ref));
        }
        return found;
    }

    static RecordRef ref(ResultSet row) throws SQLException {
        return new RecordRef(row.getString(1), row.getLong(2));
    }

    private static IndexedRecord record(ResultSet row) throws SQLException {
        return new IndexedRecord(ref(row), row.getString(3), number(row, 4), number(row, 5), number(row, 6), row.getBoolean(7));
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Ids by type, not too many at once. */
    private static List<Map.Entry<String, List<Long>>> parts(Collection<RecordRef> records) {
        Map<String, List<Long>> ids = new TreeMap<>();
        records.stream().distinct().forEach(ref -> ids.computeIfAbsent(ref.type(), type -> new ArrayList<>()).add(ref.id()));
        List<Map.Entry<String, List<Long>>> parts = new ArrayList<>();
        ids.forEach((type, all) -> {
            for (int i = 0; i < all.size(); i += CHUNK) {
                parts.add(Map.entry(type, all.subList(i, Math.min(all.size(), i + CHUNK))));
            }
        });
        return parts;
    }

    private static List<Object> values(Map.Entry<String, List<Long>> part) {
        List<Object> values = new ArrayList<>(List.of(part.getKey()));
        values.addAll(part.getValue());
        return values;
    }
}
