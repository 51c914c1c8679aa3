package com.pivotino.crm.runtime.internal.integrity;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.module.IntegrityScan;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.sql.DatabaseException;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads in a transaction that sees one moment, and gathers what one module's check finds. */
final class SnapshotScan implements IntegrityScan {

    private static final int PAGE = 500;

    private final String module;
    private final Connection connection;
    private final EventLog log;
    private final List<Finding> findings = new ArrayList<>();

    SnapshotScan(String module, Connection connection, EventLog log) {
        this.module = module;
        this.connection = connection;
        this.log = log;
    }

    List<Finding> findings() {
        return findings;
    }

    @Override
    public Consumer<String> invariant(String sentence) {
        Finding finding = new Finding(module, sentence);
        findings.add(finding);
        return finding;
    }

    @Override
    public void rows(String sql, List<?> arguments, Consumer<Object[]> each) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(PAGE);
            Statements.bind(select, arguments);
            try (ResultSet row = select.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    Object[] values = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    each.accept(values);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(e.getMessage(), e);
        }
    }

    @Override
    public void events(List<String> types, Consumer<DomainEvent> each) {
        TypePatterns patterns = TypePatterns.of(types);
        List<LoggedEvent> page = List.of();
        do {
            long after = page.isEmpty() ? 0 : page.get(page.size() - 1).seq();
            page = reading(() -> log.afterNumber(connection, after, patterns, PAGE));
            page.forEach(each);
        } while (page.size() == PAGE);
    }

    @Override
    public void latest(List<String> types, Consumer<DomainEvent> each) {
        TypePatterns patterns = TypePatterns.of(types);
        List<Long> numbers = new ArrayList<>();
        rows("SELECT MAX(seq) FROM rt_event WHERE " + patterns.condition() + " GROUP BY record_type, record_id",
                patterns.arguments(), row -> numbers.add(((Number) row[0]).longValue()));
        numbers.sort(null);
        for (int i = 0; i < numbers.size(); i += PAGE) {
            List<Long> some = numbers.subList(i, Math.min(numbers.size(), i + PAGE));
            reading(() -> log.read(connection, some)).forEach(each);
        }
    }

    private interface Reading {
        List<LoggedEvent> get() throws SQLException;
    }

    private static List<LoggedEvent> reading(Reading reading) {
        try {
            return reading.get();
        } catch (SQLException e) {
            throw new DatabaseException(e.getMessage(), e);
        }
    }
}
