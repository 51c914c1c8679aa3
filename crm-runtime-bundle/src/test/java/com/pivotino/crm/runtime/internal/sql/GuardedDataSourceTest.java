package com.pivotino.crm.runtime.internal.sql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.junit.Test;

public class GuardedDataSourceTest {

    private PreparedStatement prepared;
    private boolean away;
    private boolean cut;
    private int asked;
    private int status = Status.STATUS_NO_TRANSACTION;

    private Transaction transaction = begun();

    private final GuardedDataSource source = new GuardedDataSource(pool(), transactions());

    @Test
    public void while_the_database_is_away_only_the_first_waits_for_it() throws SQLException {
        source.getConnection().close();
        away = true;
        assertThrows(SQLException.class, source::getConnection);
        assertEquals(2, asked);
        for (int i = 0; i < 9; i++) {
            CrmException refused = assertThrows(CrmException.class, source::getConnection);
            assertEquals(CrmException.Kind.UNAVAILABLE, refused.kind());
            assertTrue(Failures.isUnreachable(refused));
        }
        assertEquals(2, asked);
    }

    @Test
    public void no_transaction_begins_while_the_database_is_known_to_be_away() throws SQLException {
        Database database = new Database(source, transactions());
        database.begin();
        away = true;
        database.begin();
        assertThrows(SQLException.class, source::getConnection);
        CrmException refused = assertThrows(CrmException.class, database::begin);
        assertEquals(CrmException.Kind.UNAVAILABLE, refused.kind());
        assertEquals(1, asked);
    }

    @Test
    public void a_connection_that_is_cut_is_told_at_once_and_closes_in_silence() throws SQLException {
        status = Status.STATUS_ACTIVE;
        Connection connection = source.getConnection();
        cut = true;
        for (String sql : new String[] {"SELECT id FROM pl_opportunity", "SELECT 1"}) {
            CrmException refused = assertThrows(CrmException.class, () -> connection.prepareStatement(sql));
            assertEquals(CrmException.Kind.UNAVAILABLE, refused.kind());
        }
        assertThrows(SQLException.class, connection::rollback);
    }

    @Test
    public void a_transaction_asks_the_pool_once_and_never_after_its_end() throws SQLException {
        status = Status.STATUS_ACTIVE;
        Connection first = source.getConnection();
        Connection second = source.getConnection();
        assertEquals(1, asked);
        first.close();
        assertTrue(first.isClosed());
        assertFalse("a handle closes itself only", second.isClosed());
        status = Status.STATUS_COMMITTED;
        source.getConnection();
        assertEquals("the pool has the connection back", 2, asked);
        status = Status.STATUS_ACTIVE;
        transaction = begun();
        source.getConnection();
        assertEquals("another transaction", 3, asked);
    }

    @Test
    public void a_statement_is_the_drivers_own_behind_all_that_is_wrapped_around_it() throws SQLException {
        status = Status.STATUS_ACTIVE;
        PreparedStatement own = statement(null);
        prepared = statement(statement(own));
        assertSame(own, source.getConnection().prepareStatement("SELECT name FROM pl_stage"));
    }

    /** @param inner what it is wrapped around, or null for a driver's own */
    private PreparedStatement statement(PreparedStatement inner) {
        return (PreparedStatement) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "unwrap" -> inner == null ? proxy : inner;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> 1;
                    default -> null;
                });
    }

    private DataSource pool() {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    asked++;
                    if (away) {
                        throw new SQLException("no connection");
                    }
                    return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                            (connection, called, values) -> {
                                if (called.getName().equals("isValid")) {
                                    return !cut;
                                }
                                if (cut && !called.getName().equals("close")) {
                                    throw new SQLException("terminating connection", "57P01");
                                }
                                if (called.getName().equals("prepareStatement")) {
                                    return prepared;
                                }
                                return called.getName().equals("isClosed") ? Boolean.FALSE
                                        : called.getName().equals("getMetaData") ? metaData() : null;
                            });
                });
    }

    private DatabaseMetaData metaData() {
        return (DatabaseMetaData) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> "jdbc:h2:mem:crm");
    }

    private TransactionManager transactions() {
        return (TransactionManager) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TransactionManager.class},
                (proxy, method, arguments) -> method.getName().equals("getStatus") ? status
                        : method.getName().equals("getTransaction") && status != Status.STATUS_NO_TRANSACTION ? transaction : null);
    }

    private Transaction begun() {
        return (Transaction) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Transaction.class},
                (proxy, method, arguments) -> method.getName().equals("equals") ? proxy == arguments[0] : status);
    }
}
