package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportOptions;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.api.imports.spi.ImportField;
import com.pivotino.crm.imports.internal.plan.Meanings;
import com.pivotino.crm.imports.internal.plan.StageBook;
import com.pivotino.crm.imports.internal.store.ImportStore;
import com.pivotino.crm.imports.internal.value.DateOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Imports and runs in the shape of the contract. */
final class ImportViews {

    private static final int SAMPLE = 5;

    private final ImportStore store;
    private final ImportKinds kinds;
    private final StageBook stages;

    ImportViews(ImportStore store, ImportKinds kinds, StageBook stages) {
        this.store = store;
        this.kinds = kinds;
        this.stages = stages;
    }

    ImportView of(ImportFile file) {
        Map<String, String> mapping = new LinkedHashMap<>();
        file.columns().forEach(column -> mapping.put(column.name(), column.field()));
        ImportRun run = store.latestRun(file.id()).orElse(null);
        return new ImportView(file.id(), file.version(), file.kind().key(), file.charset(), file.separator(), file.rows(),
                file.columns().stream().map(ImportColumn::name).toList(),
                store.rows(file.id(), 0).stream().limit(SAMPLE).map(CsvRow::cells).toList(),
                kinds.fields(file.kind()).stream().map(ImportField::name).toList(), mapping, new Meanings(file, stages).all(),
                options(file), file.columns().stream().filter(column -> column.dateOrder() != null)
                        .map(column -> date(column, file.options().dateOrder())).toList(),
                run == null ? "ready" : run.state().key(),
                run == null ? new ImportView.Progress(0, file.rows()) : progress(run), run == null ? null : of(store, run),
                file.createdAt(), file.fileName(), store.lastWritten(file.id()).map(ImportRun::id).orElse(null));
    }

    static ImportView.RunView of(ImportStore store, ImportRun run) {
        return new ImportView.RunView(run.id(), run.importId(), run.dryRun(), run.partial(), run.state().key(), progress(run),
                run.created(), run.updated(), run.skipped(), run.failed(), run.held(), run.firstActivities(),
                run.held() > 0 ? Map.of() : store.madeCounts(run), run.problem(), run.requestedAt(), run.endedAt(),
                run.removed(), run.restored(), run.kept());
    }

    private static ImportView.Progress progress(ImportRun run) {
        return new ImportView.Progress(Math.min(run.handled(), run.toHandle()), run.toHandle());
    }

    private static ImportView.Options options(ImportFile file) {
        ImportOptions options = file.options();
        Map<String, String> formats = new LinkedHashMap<>();
        file.columns().stream().filter(column -> column.dateOrder() != null)
                .forEach(column -> formats.put(column.name(), column.ambiguous() ? null : column.dateOrder().label()));
        return new ImportView.Options(options.firstActivity(), options.lostReasonId(), options.lostReason(),
                options.dateOrder() == null ? null : options.dateOrder().label(), formats, options.createMissing(), options.currency(),
                options.nameTemplate());
    }

    private static ImportView.DateColumn date(ImportColumn column, DateOrder said) {
        return new ImportView.DateColumn(column.name(), (said == null ? column.dateOrder() : said).label(),
                said == null && column.ambiguous());
    }
}
