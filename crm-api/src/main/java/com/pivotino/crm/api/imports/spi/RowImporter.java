package com.pivotino.crm.api.imports.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Imports the rows of one kind of file, such as products, into records of its own bundle. An OSGi service. The import bundle reads
 * the file, suggests where its columns go, keeps the report and takes runs up again after a crash; the importer says what becomes
 * of rows. Managers may import every such kind; what a single person may not do, the importer refuses row by row.
 *
 * <p>Called through the plugin invoker, after the upload, outside of any transaction of ours; writing is an act of the importer's
 * own. All rows of a file are checked before the first one is written.
 *
 * <p><b>Several match:</b> the highest ranking serves a kind. <b>An exception, no answer in time, null, another number of
 * results than rows:</b> the run fails and says so; rows that were written stay, as the report says. The same while the
 * importer is away: imports of its kind can be looked at, and not be run.
 *
 * <p>Implementations are thread-safe, idempotent on {@link RowBatch#run()} and {@link RowBatch.Row#line()} (after a crash rows come
 * again, and are answered as they were), and return within the timeout ({@code crm.plugin.timeoutMs}, 2 s unless it is set).
 */
@ConsumerType
@ExtensionPoint(required = RowImporter.KIND, exclusive = RowImporter.KIND, mayAct = true)
public interface RowImporter {

    /**
     * Service property, String, required: the kind, {@code [a-z][a-z0-9-]*}, at most 20 characters; not {@code opportunities,
     * contacts, users, teams}, which are the product's own.
     */
    String KIND = "crm.import.kind";

    /** The fields that columns can be mapped to; at least one, always the same. */
    List<ImportField> fields();

    /** Plans the rows: one result for each row, in their order. Writes nothing. */
    List<RowResult> check(RowBatch batch);

    /** Writes the rows; one result for each row, in their order, with the record that it has become. */
    List<RowResult> write(RowBatch batch);

    /**
     * Takes back what {@link #write} made of the rows: {@code UNDONE}, or {@code SKIPPED} with a problem for what stays, such as a
     * record that somebody has worked on since. One result for each row, in their order.
     */
    List<RowResult> undo(RowBatch batch);
}
