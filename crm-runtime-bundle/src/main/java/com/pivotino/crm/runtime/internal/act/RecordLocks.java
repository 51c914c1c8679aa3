package com.pivotino.crm.runtime.internal.act;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Locks records by stripes: rows of {@code rt_lock}, taken in ascending order and held until the transaction ends. Two
 * records may share a stripe; that only makes one wait for the other.
 */
final class RecordLocks {

    static final int STRIPES = 1024;

    private final Database database;

    RecordLocks(Database database) {
        this.database = database;
    }

    /** Stable over nodes and versions of the product. */
    static int stripe(RecordRef record) {
        long hash = (31L * record.type().hashCode() + record.id()) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 54);
    }

    /**
     * Locks what is not held yet, in the running transaction.
     *
     * @param held the stripes of this transaction, grown
     */
    void lock(Collection<RecordRef> records, BitSet held) {
        TreeSet<Integer> wanted = new TreeSet<>();
        for (RecordRef record : records) {
            int stripe = stripe(record);
            if (!held.get(stripe)) {
                wanted.add(stripe);
            }
        }
        if (!wanted.isEmpty()) {
            database.joined(connection -> take(connection, new ArrayList<>(wanted)));
            wanted.forEach(held::set);
        }
    }

    private Void take(Connection connection, List<Integer> stripes) throws SQLException {
        if (database.dialect() == Dialect.POSTGRESQL) {
            // Rows are locked as they leave the sort.
            select(connection, "SELECT stripe FROM rt_lock WHERE stripe IN (" + Dialect.marks(stripes.size())
                    + ") ORDER BY stripe FOR UPDATE", stripes);
        } else {
            for (Integer stripe : stripes) {
                select(connection, "SELECT stripe FROM rt_lock WHERE stripe = ? FOR UPDATE", List.of(stripe));
            }
        }
        return null;
    }

    private static void select(Connection connection, String sql, List<Integer> stripes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < stripes.size(); i++) {
                select.setInt(i + 1, stripes.get(i));
            }
            select.executeQuery().close();
        }
    }
}
