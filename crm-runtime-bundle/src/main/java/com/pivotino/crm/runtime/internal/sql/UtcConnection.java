package com.pivotino.crm.runtime.internal.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Set;
import java.util.TimeZone;

/**
 * The one mapping of instants: a {@link Timestamp} stands in the database as UTC without a zone, whatever the JVM's zone is.
 * Without this a driver writes the wall clock of the JVM, in which an hour of each spring does not exist. Beside timestamps
 * nothing changes; who binds a {@code LocalDateTime} in UTC writes the same.
 *
 * <p>A database that has gone is told by an exception of ours and not by JDBC's, as EclipseLink takes that one for a reason to
 * sleep and try again, for 15 s.
 */
final class UtcConnection {

    /** What tidies up: whoever calls these expects nothing but what JDBC says. */
    private static final Set<String> ENDINGS = Set.of("close", "rollback", "commit", "isValid", "isClosed", "abort", "cancel");
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private UtcConnection() {
    }

    /** Whether the drivers write UTC by themselves, so that nothing need be wrapped: reading through proxies costs more than reading. */
    static boolean isNeedless() {
        return TimeZone.getDefault().hasSameRules(UTC);
    }

    static Connection of(Connection connection) {
        return isNeedless() ? connection
                : proxy(Connection.class, connection, (proxy, method, arguments) -> result(method, connection, arguments));
    }

    /** Calls a method of a connection or statement, and makes what it answers read and write timestamps in UTC too. */
    static Object result(Method method, Object target, Object[] arguments) throws Throwable {
        Object result = call(method, target, arguments);
        if (isNeedless()) {
            return result instanceof Statement statement ? direct(statement) : result;
        }
        if (result instanceof ResultSet rows) {
            return proxy(ResultSet.class, rows, (proxy, getter, names) -> get(getter, rows, names));
        }
        if (result instanceof PreparedStatement statement && !(result instanceof CallableStatement)) {
            return proxy(PreparedStatement.class, statement, (proxy, setter, values) -> set(setter, statement, values));
        }
        if (result instanceof Statement statement && !(result instanceof PreparedStatement)) {
            return proxy(Statement.class, statement, (proxy, query, values) -> result(query, statement, values));
        }
        return result;
    }

    /**
     * The driver's own statement, whose results are the driver's too. What the pool and the XA driver wrap around them costs more for each
     * value than the driver itself; they only listen for errors, and the pool asks a connection anyway before it gives it away again.
     */
    private static Statement direct(Statement statement) throws SQLException {
        Statement inner = statement.unwrap(Statement.class);
        return inner == statement || inner == null ? statement : direct(inner);
    }

    private static Object set(Method method, PreparedStatement statement, Object[] arguments) throws Throwable {
        if (arguments != null && arguments.length >= 2 && arguments[1] instanceof Timestamp value
                && arguments[0] instanceof Integer index && method.getName().startsWith("set")) {
            statement.setTimestamp(index, value, utc());
            return null;
        }
        return result(method, statement, arguments);
    }

    private static Object get(Method method, ResultSet rows, Object[] arguments) throws Throwable {
        boolean one = arguments != null && arguments.length == 1;
        if (one && method.getName().equals("getTimestamp")) {
            return timestamp(rows, arguments[0]);
        }
        Object value = call(method, rows, arguments);
        return one && value instanceof Timestamp && method.getName().equals("getObject") ? timestamp(rows, arguments[0]) : value;
    }

    private static Timestamp timestamp(ResultSet rows, Object column) throws SQLException {
        return column instanceof Integer index ? rows.getTimestamp(index, utc()) : rows.getTimestamp((String) column, utc());
    }

    private static Calendar utc() {
        return Calendar.getInstance(UTC);
    }

    private static <T> T proxy(Class<T> type, T target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(UtcConnection.class.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> handler.invoke(proxy, method, arguments);
                }));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            boolean ending = ENDINGS.contains(method.getName());
            throw !ending && Failures.isUnreachable(e.getCause()) ? Failures.unreachable(e.getCause()) : e.getCause();
        }
    }
}
