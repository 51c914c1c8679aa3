package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.imports.internal.csv.CsvText;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.store.RowReportStore;
import com.pivotino.crm.support.PageRows;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The report of a run: rows in the order of the file, filtered by {@code status, severity, code}. */
final class ImportReport {

    static final Set<String> FILTERS = Set.of("status", "severity", "code", "run", "format");

    private final RowReportStore store;
    private final RowReportStore.Filter filter;

    ImportReport(RowReportStore store, long runId, ListQuery query) {
        this.store = store;
        this.filter = new RowReportStore.Filter(runId, statuses(query.all("status")), severities(query.all("severity")),
                query.filter("code"));
    }

    Page<ReportLine> page(ListQuery query) {
        int after = query.cursor() == null ? 0 : line(query.cursor());
        PageRows<ImportLine> lines = PageRows.of(store.lines(filter, after, query.limit() + 1), query.limit());
        return new Page<>(shown(lines.rows()), lines.next(last -> Cursor.of(last.line())), query.count() ? store.count(filter) : null);
    }

    /** Up to so many rows after this line, for reading on without a page's cursor. */
    List<ReportLine> after(int line, int limit) {
        return shown(store.lines(filter, line, limit));
    }

    /** One line of CSV for each problem, and one for each row without. */
    static void write(CsvText csv, List<ReportLine> rows) throws IOException {
        for (ReportLine row : rows) {
            String id = row.recordId() == null ? "" : String.valueOf(row.recordId());
            if (row.problems().isEmpty()) {
                csv.line(String.valueOf(row.line()), row.status(), id, row.key(), "", "", "", "");
            }
            for (Problem problem : row.problems()) {
                csv.line(String.valueOf(row.line()), row.status(), id, row.key(), problem.severity(), problem.column(),
                        problem.code(), problem.message());
            }
        }
    }

    private List<ReportLine> shown(List<ImportLine> lines) {
        Map<Integer, List<Problem>> problems = store.problems(filter.runId(), lines);
        return lines.stream().map(line -> new ReportLine(line.line(), line.status().key(), line.key(), line.recordId(),
                problems.getOrDefault(line.line(), List.of()))).toList();
    }

    long runId() {
        return filter.runId();
    }

    private static int line(String cursor) {
        String line = Cursor.parse(cursor, 1).get(0);
        if (line == null || !line.matches("\\d{1,9}")) {
            throw Cursor.refused(null);
        }
        return Integer.parseInt(line);
    }

    private static Set<RowStatus> statuses(List<String> names) {
        Set<RowStatus> statuses = EnumSet.noneOf(RowStatus.class);
        for (String name : names) {
            statuses.add(List.of(RowStatus.values()).stream().filter(status -> status.key().equals(name)).findFirst()
                    .orElseThrow(() -> CrmException.invalid("status", "invalid",
                    "A status is created, updated, skipped, failed or held.")));
        }
        return statuses;
    }

    private static Set<String> severities(List<String> names) {
        for (String name : names) {
            if (!List.of(Problem.ERROR, Problem.WARNING).contains(name.toLowerCase(Locale.ROOT))) {
                throw CrmException.invalid("severity", "invalid", "A severity is error or warning.");
            }
        }
        return Set.copyOf(names);
    }
}
