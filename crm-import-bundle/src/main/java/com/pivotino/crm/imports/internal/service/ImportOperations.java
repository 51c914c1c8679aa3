package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.imports.internal.csv.CsvText;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.plan.StageBook;
import com.pivotino.crm.imports.internal.store.ImportStore;
import com.pivotino.crm.imports.internal.store.ImportedRowStore;
import com.pivotino.crm.imports.internal.store.RowReportStore;
import com.pivotino.crm.support.StaleVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports: uploading a file, deciding how it is to be read, running it, reading the report. Managers import, and know of
 * their own imports; administrators know of all. The runs themselves are worked off from the event log.
 */
@Component(service = {ImportOperations.class, DomainEventListener.class}, property = {
        DomainEventListener.ID + "=pipeline-imports", DomainEventListener.TYPES + "=" + ImportRunDue.TYPE,
        DomainEventListener.START + "=earliest"})
public final class ImportOperations implements DomainEventListener {

    private static final int CSV_PAGE = 500;

    private final ImportTransactions transactions;
    private final ImportServices around;
    private final ImportKinds kinds;
    private final ImportRunner runner;

    @Activate
    public ImportOperations(@Reference ImportTransactions transactions, @Reference ImportServices around, @Reference ImportKinds kinds) {
        this.transactions = transactions;
        this.around = around;
        this.kinds = kinds;
        this.runner = new ImportRunner(transactions, around, kinds);
    }

    /**
     * Keeps a file and suggests how to import it.
     *
     * @param kind as in the query: {@code opportunities, contacts, users, teams}, or one that a plugin brings
     * @param name    what the file is called, or null
     * @param charset the encoding that somebody has chosen, or null to find it out
     * @throws CrmException {@code forbidden}, {@code too_large}, {@code validation_failed} on {@code kind} or {@code body}
     */
    public ImportView upload(Actor actor, String kind, String name, Charset charset, InputStream body) {
        ImportKind wanted = kinds.named(kind);
        wanted.requireAllowed(actor);
        StageBook stages = around.stages(actor);
        String currency = around.settings().current().currency();
        Path file = ImportUpload.receive(body);
        try {
            return transactions.act(Act.of(actor), (tx, em) -> {
                ImportStore store = new ImportStore(em);
                return new ImportViews(store, kinds, stages).of(new ImportUpload(store, kinds.fields(wanted), tx.now())
                        .keep(file, wanted, name, charset, currency, stages, actor));
            }).value();
        } finally {
            delete(file);
        }
    }

    /** The imports that the caller knows of, the newest first: one's own, an administrator's all. */
    public Page<ImportSummary> list(Actor actor, ListQuery query) {
        actor.requireManager();
        return transactions.read(em -> new ImportList(new ImportedRowStore(em), around.directory()).page(actor, query));
    }

    /** The import with its last run, or {@code not_found}. */
    public ImportView get(Actor actor, long id) {
        kinds.refresh();
        StageBook stages = around.stages(actor);
        return transactions.read(em -> new ImportViews(new ImportStore(em), kinds, stages).of(readable(new ImportStore(em), actor, id)));
    }

    /**
     * Decides how the file is to be read. {@code run_active} while a run is going on.
     *
     * @param version the version that the caller knows, or null
     */
    public ImportView edit(Actor actor, long id, MergePatch patch, Long version) {
        kinds.refresh();
        StageBook stages = around.stages(actor);
        return transactions.act(Act.of(actor, new RecordRef("import", positive(id))), (tx, em) -> {
            ImportStore store = new ImportStore(em);
            ImportFile file = readable(store, actor, id);
            ImportViews views = new ImportViews(store, kinds, stages);
            StaleVersion.refuse(version, file.version(), () -> views.of(file));
            requireIdle(store, id);
            new ImportEdit(file, kinds.fields(file.kind()), stages).apply(patch);
            store.flush();
            return views.of(file);
        }).value();
    }

    /**
     * Puts a run into the queue. {@code run_active} while another one of the same file is going on.
     *
     * @param dryRun  whether only the report is wanted
     * @param partial whether good rows are to be written even if others fail
     */
    public ImportView.RunView start(Actor actor, long id, boolean dryRun, boolean partial) {
        return transactions.act(Act.of(actor, new RecordRef("import", positive(id))), (tx, em) -> {
            ImportStore store = new ImportStore(em);
            ImportFile file = readable(store, actor, id);
            file.kind().requireAllowed(actor);
            requireIdle(store, id);
            store.forgetDryRuns(id);
            if (store.blocks(id) == 0) {
                throw CrmException.conflict("file_expired", "The rows of this file are kept no longer; upload it again.");
            }
            ImportRun run = store.add(new ImportRun(file, store.blocks(id), dryRun, partial, actor, tx.now()));
            store.flush();
            tx.publish(new RecordRef("import", id), new ImportRunDue(run.id()));
            return ImportViews.of(store, run);
        }).value();
    }

    /**
     * Takes back what a run wrote, as far as nobody has worked on it. {@code run_active, nothing_to_undo}.
     *
     * @param wanted another run of this import, or null for the last one that wrote something
     */
    public ImportView.RunView undo(Actor actor, long id, Long wanted) {
        return transactions.act(Act.of(actor, new RecordRef("import", positive(id))), (tx, em) -> {
            ImportStore store = new ImportStore(em);
            ImportFile file = readable(store, actor, id);
            file.kind().requireAllowed(actor);
            requireIdle(store, id);
            ImportRun run = wanted != null ? runOf(store, actor, id, wanted) : store.lastWritten(id).orElseThrow(
                    () -> CrmException.conflict("nothing_to_undo", "No run of this import wrote anything that is still there."));
            run.undo();
            store.flush();
            tx.publish(new RecordRef("import", id), new ImportRunDue(run.id()));
            return ImportViews.of(store, run);
        }).value();
    }

    /** A run of an import, or {@code not_found}. */
    public ImportView.RunView run(Actor actor, long id, long runId) {
        return transactions.read(em -> ImportViews.of(new ImportStore(em), runOf(new ImportStore(em), actor, id, runId)));
    }

    /** The report of the last run, or of the one that the filter {@code run} names. */
    public Page<ReportLine> report(Actor actor, long id, ListQuery query) {
        return transactions.read(em -> report(new ImportStore(em), new RowReportStore(em), actor, id, query).page(query));
    }

    /** The same as CSV, all of it; read page by page while it is written. Refusals come at once. */
    public CsvReport reportCsv(Actor actor, long id, ListQuery query) {
        long runId = transactions.read(em -> report(new ImportStore(em), new RowReportStore(em), actor, id, query).runId());
        return out -> {
            CsvText csv = new CsvText(out);
            csv.line("line", "status", "recordId", "key", "severity", "column", "code", "message");
            int line = 0;
            List<ReportLine> rows = rows(runId, query, line);
            while (!rows.isEmpty()) {
                ImportReport.write(csv, rows);
                line = rows.get(rows.size() - 1).line();
                rows = rows(runId, query, line);
            }
            out.flush();
        };
    }

    private List<ReportLine> rows(long runId, ListQuery query, int after) {
        return transactions.read(em -> new ImportReport(new RowReportStore(em), runId, query).after(after, CSV_PAGE));
    }

    /** A report on its way out. */
    public interface CsvReport {

        void write(Writer out) throws IOException;
    }

    @Override
    public void on(DomainEvent event) {
        runner.work(event.body(ImportRunDue.class).runId());
    }

    private static ImportReport report(ImportStore imports, RowReportStore reports, Actor actor, long id, ListQuery query) {
        query.allowing(ImportReport.FILTERS);
        String wanted = query.filter("run");
        ImportRun run = wanted == null
                ? imports.latestRun(readable(imports, actor, id).id()).orElseThrow(() -> CrmException.notFound("A run of this import"))
                : runOf(imports, actor, id, wanted.matches("\\d{1,18}") ? Long.parseLong(wanted) : 0);
        return new ImportReport(reports, run.id(), query);
    }

    private static ImportRun runOf(ImportStore store, Actor actor, long id, long runId) {
        ImportFile file = readable(store, actor, id);
        return store.findRun(runId).filter(run -> run.importId() == file.id()).orElseThrow(() -> CrmException.notFound("The run"));
    }

    private static ImportFile readable(ImportStore store, Actor actor, long id) {
        ImportFile file = store.file(id);
        file.requireReadableBy(actor);
        return file;
    }

    private static void requireIdle(ImportStore store, long id) {
        if (store.isRunning(id)) {
            throw CrmException.conflict("run_active", "A run of this import is going on; wait until it has ended.");
        }
    }

    private static long positive(long id) {
        if (id < 1) {
            throw CrmException.notFound("The import");
        }
        return id;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
