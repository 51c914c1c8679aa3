package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.store.ImportedRowStore;
import com.pivotino.crm.support.PageRows;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The imports there were, newest first; the rule of who knows of one is that of {@code ImportFile.requireReadableBy}. */
final class ImportList {

    private final ImportedRowStore store;
    private final Directory directory;

    ImportList(ImportedRowStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    Page<ImportSummary> page(Actor actor, ListQuery query) {
        query.allowing(Set.of());
        if (query.sort() != null) {
            throw CrmException.invalid("sort", "invalid", "Imports come newest first.");
        }
        Long by = actor.isAdmin() ? null : actor.userId();
        PageRows<ImportedRowStore.Line> page = PageRows.of(store.lines(by, after(query.cursor()), query.limit() + 1), query.limit());
        List<ImportedRowStore.Line> shown = page.rows();
        Map<Long, ImportRun> runs = store.tellingRuns(shown.stream().map(ImportedRowStore.Line::id).toList());
        Map<Long, User> people =
                directory.users(shown.stream().map(ImportedRowStore.Line::createdBy).filter(Objects::nonNull).distinct().toList());
        return page.page(line -> summary(line, runs.get(line.id()), people), last -> Cursor.of(last.createdAt(), last.id()),
                query.count() ? store.count(by) : null);
    }

    private static ImportSummary summary(ImportedRowStore.Line line, ImportRun run, Map<Long, User> people) {
        User by = line.createdBy() == null ? null : people.get(line.createdBy());
        NamedRef startedBy = by == null ? null : new NamedRef(by.id(), by.name());
        return run == null
                ? new ImportSummary(line.id(), line.kind().key(), line.fileName(), line.rows(), "ready", false, startedBy,
                        line.createdAt(), 0, 0, 0, 0, 0)
                : new ImportSummary(line.id(), line.kind().key(), line.fileName(), line.rows(), run.state().key(), run.dryRun(), startedBy,
                        line.createdAt(), run.created(), run.updated(), run.failed(), run.removed() + run.restored(), run.kept());
    }

    private static ImportedRowStore.Place after(String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.parse(cursor, 2);
        try {
            return new ImportedRowStore.Place(Instant.parse(String.valueOf(parts.get(0))), Long.parseLong(String.valueOf(parts.get(1))));
        } catch (DateTimeException | NumberFormatException e) {
            throw CrmException.invalid("cursor", "invalid", "Use the cursor of an earlier answer of the same list.");
        }
    }
}
