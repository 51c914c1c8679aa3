package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.domain.TrackedRecord;
import com.pivotino.crm.calendar.internal.store.RecordStore;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who sees what an event says, who may change it, and who may read the records that events belong to. */
final class EventAccess {

    private final RecordStore records;

    EventAccess(RecordStore records) {
        this.records = records;
    }

    /** Whether the actor sees more than Busy (SEMANTICS I5); administrators are no exception. */
    static boolean sees(Actor actor, Meeting meeting, LocalDateTime id, Texts texts) {
        return !texts.isPrivate() || meeting.includes(actor.userId(), id);
    }

    /** Who leads or made it; administrators, unless it is private; the system. */
    static boolean mayEdit(Actor actor, Meeting meeting) {
        return actor.user() == null || meeting.event().isLedBy(actor.userId())
                || actor.isAdmin() && sees(actor, meeting, null, meeting.texts());
    }

    static void requireEditable(Actor actor, Meeting meeting) {
        if (!mayEdit(actor, meeting)) {
            throw CrmException.forbidden("This event belongs to somebody else; only they may change it.");
        }
    }

    /** The record, or {@code not_found} for who may not read it. */
    TrackedRecord readable(Actor actor, RecordRef ref) {
        return records.record(ref).filter(record -> !readable(actor, Set.of(ref)).isEmpty())
                .orElseThrow(() -> CrmException.notFound("The record"));
    }

    /** Those that somebody may read of these; two queries. */
    Map<RecordRef, TrackedRecord> readable(Actor actor, Collection<RecordRef> refs) {
        Map<RecordRef, TrackedRecord> known = new HashMap<>(records.records(Set.copyOf(refs)));
        known.values().removeIf(TrackedRecord::isDeleted);
        Set<RecordRef> others = new HashSet<>();
        known.values().stream().filter(record -> !record.access(Set.of()).readableBy(actor)).forEach(record -> others.add(record.ref()));
        if (actor.userId() != null && !others.isEmpty()) {
            others.removeAll(records.followed(actor.userId(), others));
        }
        others.forEach(known::remove);
        return known;
    }
}
