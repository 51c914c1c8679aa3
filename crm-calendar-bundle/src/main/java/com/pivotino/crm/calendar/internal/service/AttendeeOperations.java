package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.store.EventStore;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes part in an event or in one occurrence of it, and what they have answered (SEMANTICS I1). */
final class AttendeeOperations {

    private final EventStore store;
    private final Instant now;

    AttendeeOperations(EventStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /** Who came and who went. */
    record Change(List<Attendance> added, List<Attendance> removed) {

        static final Change NONE = new Change(List.of(), List.of());

        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty();
        }
    }

    /** Whether these are others than those who are invited. */
    static boolean differs(Meeting meeting, LocalDateTime id, List<Invitee> wanted) {
        List<Address> there = meeting.invited(id).stream().filter(a -> !a.isOrganizer()).map(Attendance::address).toList();
        List<Address> asked = wanted.stream().map(Invitee::address).filter(address -> !isOrganizer(meeting, address)).toList();
        return there.size() != asked.size() || !there.containsAll(asked);
    }

    /** Invites exactly these, beside the organizer; {@code id} is one occurrence, or null for the whole event. */
    Change invite(Meeting meeting, LocalDateTime id, List<Invitee> wanted) {
        Map<Address, Invitee> missing = new LinkedHashMap<>();
        wanted.stream().filter(one -> !isOrganizer(meeting, one.address())).forEach(one -> missing.put(one.address(), one));
        List<Attendance> removed = new ArrayList<>();
        for (Attendance there : meeting.invited(id)) {
            boolean stays = there.isOrganizer() || missing.remove(there.address()) != null;
            if (!stays) {
                removed.add(there);
                remove(meeting, id, there);
            }
        }
        store.flush();
        List<Attendance> added = missing.values().stream().map(one -> add(meeting, id, one)).toList();
        return new Change(added, List.copyOf(removed));
    }

    private Attendance add(Meeting meeting, LocalDateTime id, Invitee one) {
        Optional<Attendance> away = id == null ? Optional.empty() : deviation(meeting, id, one.address());
        away.ifPresent(store::remove);
        store.flush();
        Attendance added = new Attendance(meeting.event().id(), text(id), one.address(), one.email(), one.name());
        added.reachTo(meeting.event().lastEnd());
        return store.add(added);
    }

    private void remove(Meeting meeting, LocalDateTime id, Attendance there) {
        if (id == null) {
            meeting.attendances().stream().filter(any -> any.address().equals(there.address())).forEach(store::remove);
        } else if (meeting.invited().stream().anyMatch(base -> base.address().equals(there.address()))) {
            own(meeting, id, there).stayAway();
        } else {
            store.remove(there);
        }
    }

    /** What somebody answers, to one occurrence or, for null, to all. */
    void answer(Meeting meeting, LocalDateTime id, Attendance attendance, String answer) {
        if (id == null) {
            attendance.answer(answer, now);
            meeting.attendances().stream().filter(other -> other.recurrenceId() != null && !other.isAbsent()
                    && other.address().equals(attendance.address())).forEach(other -> other.answer(answer, now));
        } else {
            own(meeting, id, attendance).answer(answer, now);
        }
    }

    /**
     * The time has changed: what others answered holds no more. The organizer's stays, unless somebody else moved it; who
     * moved it comes.
     *
     * @param id one occurrence, or null for all
     */
    void askAgain(Meeting meeting, LocalDateTime id, Long actorId) {
        Address actor = actorId == null ? null : Address.user(actorId);
        List<Attendance> asked = id == null ? meeting.attendances() : meeting.invited(id);
        boolean byOrganizer = actor == null || meeting.invited(id).stream().anyMatch(a -> a.isOrganizer() && a.address().equals(actor));
        for (Attendance attendance : asked) {
            boolean stays = attendance.isOrganizer() && byOrganizer || attendance.address().equals(actor);
            if (!stays && !Attendance.NEEDS_ACTION.equals(attendance.answer())) {
                (id == null ? attendance : own(meeting, id, attendance)).askAgain();
            }
        }
    }

    /** The row that tells how somebody's part in one occurrence differs; made if there is none. */
    private Attendance own(Meeting meeting, LocalDateTime id, Attendance attendance) {
        if (!meeting.series().recurring()) {
            return attendance;
        }
        return deviation(meeting, id, attendance.address()).orElseGet(() -> store.add(attendance.copyTo(meeting.event().id(), text(id))));
    }

    private static Optional<Attendance> deviation(Meeting meeting, LocalDateTime id, Address who) {
        return meeting.attendances().stream().filter(a -> text(id).equals(a.recurrenceId()) && a.address().equals(who)).findFirst();
    }

    private static boolean isOrganizer(Meeting meeting, Address who) {
        return meeting.invited().stream().anyMatch(a -> a.isOrganizer() && a.address().equals(who));
    }

    private static String text(LocalDateTime id) {
        return id == null ? null : id.toString();
    }
}
