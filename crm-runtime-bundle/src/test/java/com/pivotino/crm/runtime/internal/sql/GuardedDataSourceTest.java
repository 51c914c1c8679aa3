package com.pivotino.crm.runtime.internal.sql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.TransactionManager;
import org.junit.Test;

public class GuardedDataSourceTest {

    private boolean away;
    private int asked;

    private final GuardedDataSource source = new GuardedDataSource(pool(), transactions());

    @Test
    public void while_the_database_is_away_only_the_first_waits_for_it() throws SQLException {
        source.getConnection().close();
        away = true;
        assertThrows(SQLException.class, source::getConnection);
        assertEquals(2, asked);
        for (int i = 0; i < 9; i++) {
            assertEquals("08001", assertThrows(SQLTransientConnectionException.class, source::getConnection).getSQLState());
        }
        assertEquals(2, asked);
    }

    private DataSource pool() {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    asked++;
                    if (away) {
                        throw new SQLException("no connection");
                    }
                    return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                            (connection, called, values) -> null);
                });
    }

    private TransactionManager transactions() {
        return (TransactionManager) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TransactionManager.class},
                (proxy, method, arguments) -> Status.STATUS_NO_TRANSACTION);
    }
}
