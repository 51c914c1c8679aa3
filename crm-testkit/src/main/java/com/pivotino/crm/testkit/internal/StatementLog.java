package com.pivotino.crm.testkit.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes the statements that are sent while somebody listens; a batch is one. */
final class StatementLog {

    private volatile List<String> sent;

    /** The statements that the work sends, on whatever thread. */
    List<String> of(Runnable work) {
        List<String> heard = new CopyOnWriteArrayList<>();
        sent = heard;
        try {
            work.run();
        } finally {
            sent = null;
        }
        return List.copyOf(heard);
    }

    Connection noted(Connection connection) {
        List<String> log = sent;
        return log == null ? connection : proxy(Connection.class, connection, null, log);
    }

    private static <T> T proxy(Class<T> type, T target, String sql, List<String> log) {
        return type.cast(Proxy.newProxyInstance(StatementLog.class.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        log.add(sql == null ? String.valueOf(arguments[0]) : sql);
                    }
                    Object result = call(method, target, arguments);
                    if (result instanceof PreparedStatement prepared && method.getName().equals("prepareStatement")) {
                        return proxy(PreparedStatement.class, prepared, (String) arguments[0], log);
                    }
                    return result instanceof Statement statement && method.getName().equals("createStatement")
                            ? proxy(Statement.class, statement, null, log) : result;
                }));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
