package com.pivotino.crm.support;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/**
 * A statement in SQL with question marks, run by JDBC in the entity manager's transaction. JPA's native queries take the same texts,
 * but EclipseLink looks up each value and each cell by name, which costs more than the database for a few hundred of them.
 *
 * <p>What the entity manager holds back is written before the statement runs, unless it is {@link #aside}.
 */
public final class SqlStatement {

    private static final int FETCH = 500;

    private final EntityManager em;
    private final String sql;
    private final List<?> values;
    private final boolean aside;

    private SqlStatement(EntityManager em, String sql, List<?> values, boolean aside) {
        this.em = em;
        this.sql = sql;
        this.values = values;
        this.aside = aside;
    }

    /** @param values one for each question mark; instants as {@link InstantColumn} writes them */
    public static SqlStatement of(EntityManager em, String sql, List<?> values) {
        return new SqlStatement(em, sql, values, false);
    }

    /** @param values one for each question mark; null is a value too */
    public static SqlStatement of(EntityManager em, String sql, Object... values) {
        return of(em, sql, Arrays.asList(values));
    }

    /** The same without writing pending entities first: on a table that no entity is mapped to. */
    public SqlStatement aside() {
        return new SqlStatement(em, sql, values, true);
    }

    /** Changes rows; answers how many. */
    public int update() {
        return run(PreparedStatement::executeUpdate);
    }

    /** All rows, with their cells. */
    public List<Object[]> rows() {
        return read(row -> cells(row));
    }

    /** The first column of all rows. */
    public List<Object> column() {
        return read(row -> cell(row, 1));
    }

    /** The number in the only cell of the only row. */
    public long number() {
        return ((Number) column().get(0)).longValue();
    }

    /** Reads a row that the result stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows, read by the caller. */
    public <T> List<T> read(RowReader<T> reader) {
        return run(statement -> {
            statement.setFetchSize(FETCH);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        });
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        if (!aside) {
            em.flush();
        }
        // belongs to the transaction, so it is not closed here
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }

    private static Object[] cells(ResultSet row) throws SQLException {
        Object[] cells = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row, i + 1);
        }
        return cells;
    }

    private static Object cell(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof Clob text ? text.getSubString(1, (int) text.length()) : value;
    }
}
