package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.imports.internal.domain.ImportKey;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The opportunities that the rows of earlier files became, by key, as far as the one who imports may read them. What others
 * hold under the same key does not exist for them; only what they have imported themselves is remembered when it has moved
 * out of their sight, so that it does not come in twice.
 */
final class KnownRecords {

    private final RunContext run;
    private final Map<String, Long> readable = new HashMap<>();
    private final Map<String, List<ImportKey>> memories = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final Set<Long> alive = new HashSet<>();

    KnownRecords(RunContext run) {
        this.run = run;
    }

    void look(Collection<String> keys) {
        readable.putAll(run.around().importable().readableByExternalId(run.actor(), keys));
        run.store().keys(ImportKind.OPPORTUNITIES, keys).forEach((key, found) -> memories.put(key, new ArrayList<>(found)));
        List<ImportKey> others = memories.entrySet().stream().filter(entry -> keys.contains(entry.getKey())
                && !readable.containsKey(entry.getKey())).flatMap(entry -> entry.getValue().stream()).toList();
        alive.addAll(run.around().importable().traces(others.stream().map(ImportKey::recordId).toList()).keySet());
        Set<Long> own = run.store().runsOf(run.actor().userId(), others.stream().map(ImportKey::runId).distinct().toList());
        others.stream().filter(key -> alive.contains(key.recordId()) && own.contains(key.runId())).forEach(key -> moved.add(key.key()));
    }

    /** The opportunity of this key; null if there is none, or none to be read. */
    Long record(String key) {
        return readable.get(key);
    }

    /** Whether the one who imports has imported it before, and may not read it any more. */
    boolean hasMoved(String key) {
        return moved.contains(key);
    }

    /** What earlier imports made of the row in this record; null if nothing. */
    ImportKey memory(String key, long record) {
        return memories.getOrDefault(key, List.of()).stream().filter(one -> one.recordId() == record).findFirst().orElse(null);
    }

    /** Remembers what became of a row, for later imports. */
    void remember(PlannedRow row, long record) {
        String key = row.draft().key();
        Map<String, String> cells = row.draft().cells();
        List<ImportKey> all = memories.computeIfAbsent(key, any -> new ArrayList<>());
        ImportKey memory = memory(key, record);
        if (memory == null) {
            memory = all.stream().filter(one -> !readable.containsKey(key) && !alive.contains(one.recordId())).findFirst().orElse(null);
        }
        if (memory == null) {
            all.add(run.store().add(new ImportKey(ImportKind.OPPORTUNITIES, key, record, run.run().id(), cells)));
        } else {
            memory.becameAgain(record, run.run().id(), cells);
        }
    }
}
