package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityMemo;
import com.pivotino.crm.activity.internal.domain.ActivityStep;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps what an act that can be undone makes of a record's activities (SEMANTICS P19): looks before and after, so that
 * whatever is done in between, by whichever rule, can be taken back. Notes may lie within notes.
 */
public final class UndoNotes {

    /** Names our steps. */
    static final String OWNER = "activity";

    private final ActivityStore store;
    private final Transaction tx;

    public UndoNotes(ActivityStore store, Transaction tx) {
        this.store = store;
        this.tx = tx;
    }

    /** Does the work and keeps what it changed; nothing is kept of an act that cannot be undone. */
    public <T> T around(RecordRef record, Supplier<T> work) {
        return around(List.of(record), work);
    }

    /** The same for several records. */
    public <T> T around(Collection<RecordRef> records, Supplier<T> work) {
        if (tx.undoUntil() == null) {
            return work.get();
        }
        List<Seen> seen = records.stream().map(record -> new Seen(record, memos(record), vacant(record))).toList();
        T value = work.get();
        store.flush();
        seen.forEach(this::keep);
        return value;
    }

    /** How a record's activities were. */
    private record Seen(RecordRef record, Map<Long, ActivityMemo> memos, Boolean vacant) {
    }

    private void keep(Seen before) {
        memos(before.record).forEach((id, after) -> {
            ActivityMemo was = before.memos.get(id);
            if (!after.equals(was)) {
                tx.undoStep(before.record, OWNER, new ActivityStep(was, after, null));
            }
        });
        if (before.vacant != null && !before.vacant.equals(vacant(before.record))) {
            tx.undoStep(before.record, OWNER, new ActivityStep(null, null, before.vacant));
        }
    }

    private Map<Long, ActivityMemo> memos(RecordRef record) {
        List<PlannedActivity> all = store.ofRecord(record);
        return all.stream().map(ActivityMemo::of).collect(Collectors.toMap(ActivityMemo::id, Function.identity()));
    }

    private Boolean vacant(RecordRef record) {
        return store.record(record).map(TrackedRecord::isFirstVacant).orElse(null);
    }
}
