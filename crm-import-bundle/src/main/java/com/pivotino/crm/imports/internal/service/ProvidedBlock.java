package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.imports.spi.RowBatch;
import com.pivotino.crm.api.imports.spi.RowImporter;
import com.pivotino.crm.api.imports.spi.RowResult;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.domain.RunState;
import com.pivotino.crm.imports.internal.plan.FieldReader;
import com.pivotino.crm.imports.internal.store.ImportStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The next block of a run whose kind a plugin brings: what the plugin is asked before the act that notes its answers. */
record ProvidedBlock(ImportKind kind, RunState phase, RowBatch batch) {

    private static final int ROWS_A_CALL = 50;

    /** The question for the next block; empty if there is nothing to ask. */
    static Optional<ProvidedBlock> of(ImportStore store, ImportRun run, ImportFile file, Actor actor) {
        if (!file.kind().isProvided() || run.phaseDone()) {
            return Optional.empty();
        }
        boolean back = run.state() == RunState.TAKING_BACK;
        int block = back ? run.nextBlock() - 1 : run.nextBlock();
        Map<Integer, ImportLine> lines = run.state() == RunState.CHECKING ? Map.of() : store.lines(run.id(), block).stream()
                .collect(Collectors.toMap(ImportLine::line, line -> line));
        FieldReader reader = new FieldReader(file);
        List<RowBatch.Row> rows = back ? lines.values().stream().filter(ProvidedRows::isWritten)
                .map(line -> new RowBatch.Row(line.line(), line.key(), line.recordId(), Map.of())).toList()
                : store.rows(file.id(), block).stream().filter(row -> !lines.containsKey(row.line())
                        || lines.get(row.line()).status() != RowStatus.FAILED)
                .map(row -> new RowBatch.Row(row.line(), reader.read(row).key(), null, reader.cells(row))).toList();
        return Optional.of(new ProvidedBlock(file.kind(), run.state(), new RowBatch(actor, run.id(), rows)));
    }

    /**
     * The results by line of the file. Not in a transaction.
     *
     * @throws CrmException {@code kind_unavailable}
     */
    Map<Integer, RowResult> ask(ImportKinds kinds) {
        BiFunction<RowImporter, RowBatch, List<RowResult>> question = phase == RunState.CHECKING ? RowImporter::check
                : phase == RunState.WRITING ? RowImporter::write : RowImporter::undo;
        Map<Integer, RowResult> results = new HashMap<>();
        for (int from = 0; from < batch.rows().size(); from += ROWS_A_CALL) {
            List<RowBatch.Row> rows = batch.rows().subList(from, Math.min(batch.rows().size(), from + ROWS_A_CALL));
            List<RowResult> answers = kinds.ask(kind, importer -> question.apply(importer, new RowBatch(batch.actor(), batch.run(), rows)))
                    .filter(all -> all.size() == rows.size() && all.stream().allMatch(this::isPossible)).orElseThrow(() ->
                            CrmException.refused("kind_unavailable", "The plugin that imports " + kind.key()
                                    + " is away or does not answer as it should.", List.of()));
            for (int i = 0; i < rows.size(); i++) {
                results.put(rows.get(i).line(), answers.get(i));
            }
        }
        return results;
    }

    private boolean isPossible(RowResult result) {
        Set<RowResult.Outcome> undone = Set.of(RowResult.Outcome.UNDONE, RowResult.Outcome.SKIPPED);
        return result != null && result.outcome() != null && (phase == RunState.TAKING_BACK ? undone.contains(result.outcome())
                : result.outcome() != RowResult.Outcome.UNDONE);
    }
}
