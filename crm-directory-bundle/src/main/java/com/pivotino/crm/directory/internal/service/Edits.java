package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.directory.internal.domain.FieldEdit;
import com.pivotino.crm.directory.internal.store.ChangeLog;
import com.pivotino.crm.support.StaleVersion;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How every record of the directory is edited (REST "If-Match"): what changes nothing makes no new version; a stale
 * write is merged unless a member that it sends has been changed since to something else; every change is logged by
 * member.
 */
final class Edits {

    private final ChangeLog log;

    Edits(ChangeLog log) {
        this.log = log;
    }

    /** A record while it is edited. */
    interface Editable<V extends Versioned> {

        /** Its members as texts. */
        Map<String, String> facts();

        V view();

        /** Writes it, so that it has its new version. */
        void flush();
    }

    /**
     * Edits a record that the running act has locked.
     *
     * @param ifMatch the version that the caller knows, or null
     * @param sent    the members that the caller sends
     * @return the members that are now different; empty if nothing is
     */
    <V extends Versioned> Set<String> apply(Transaction tx, RecordRef record, Editable<V> editable, Long ifMatch,
            Set<String> sent, Runnable change) {
        V current = editable.view();
        Map<String, String> before = editable.facts();
        change.run();
        Map<String, String> after = editable.facts();
        Set<String> changed = new LinkedHashSet<>(after.keySet());
        changed.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        if (StaleVersion.is(ifMatch, current.version())) {
            refuseIfOverwriting(record, current, ifMatch, before, after, changed.stream().filter(sent::contains).toList());
        }
        if (!changed.isEmpty()) {
            editable.flush();
            long version = editable.view().version();
            log.add(changed.stream().map(field -> new FieldEdit(record.type(), record.id(), version, field, before.get(field))
                    .by(tx.actor(), tx.now())).toList());
        }
        return changed;
    }

    /** Refuses an act whose caller knows another version; acts are never merged. */
    void requireVersion(RecordRef record, Versioned current, Long ifMatch) {
        if (StaleVersion.is(ifMatch, current.version())) {
            throw refusal(current, log.last(record.type(), record.id()).orElse(null), List.of());
        }
    }

    private void refuseIfOverwriting(RecordRef record, Versioned current, long known, Map<String, String> theirs,
            Map<String, String> mine, List<String> wanted) {
        if (known > current.version()) {
            throw refusal(current, null, List.of());
        }
        List<FieldEdit> edits = log.since(record.type(), record.id(), known);
        Map<String, String> since = new HashMap<>();
        StaleVersion.firstByMember(edits, FieldEdit::field).forEach((field, edit) -> since.put(field, edit.oldValue()));
        List<Map<String, Object>> conflicts = StaleVersion.conflicts(wanted, since, theirs::get, mine::get);
        if (!conflicts.isEmpty()) {
            FieldEdit last = edits.stream().filter(edit -> wanted.contains(edit.field())).reduce((one, later) -> later).orElse(null);
            throw refusal(current, last, conflicts);
        }
    }

    private static CrmException refusal(Versioned current, FieldEdit last, List<Map<String, Object>> conflicts) {
        return StaleVersion.refusal(current, last == null ? null : new NamedRef(last.byId() == null ? 0 : last.byId(), last.byName()),
                last == null ? null : last.changedAt(), Map.of("conflicts", conflicts));
    }

    /** An editable made of these three. */
    static <V extends Versioned> Editable<V> editable(Supplier<Map<String, String>> facts, Supplier<V> view, Runnable flush) {
        return new Editable<>() {
            @Override
            public Map<String, String> facts() {
                return facts.get();
            }

            @Override
            public V view() {
                return view.get();
            }

            @Override
            public void flush() {
                flush.run();
            }
        };
    }
}
