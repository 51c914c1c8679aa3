package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.support.StaleVersion;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a stale version means (REST "If-Match"): deletions are refused, edits are merged if they touch other members. */
final class EventVersions {

    private final CalendarUnitOfWork unit;

    EventVersions(CalendarUnitOfWork unit) {
        this.unit = unit;
    }

    void requireCurrent(Meeting meeting, Long known, Event current) {
        if (StaleVersion.is(known, meeting.event().version())) {
            throw conflict(meeting, current, List.of());
        }
    }

    /**
     * @param id     the occurrence that was opened, or null
     * @param wanted members that really change
     */
    void requireMergeable(Meeting meeting, LocalDateTime id, Long known, Collection<String> wanted, MergePatch patch, Event current) {
        if (!StaleVersion.is(known, meeting.event().version())) {
            return;
        }
        Set<String> changed = meeting.event().changedSince(known, wanted);
        if (known > meeting.event().version() || !changed.isEmpty()) {
            Map<String, Object> since = new EarlierValues(unit).since(meeting, id, known);
            // Of a change longer ago than values are kept, the base is unknown.
            changed.stream().filter(member -> !since.containsKey(member)).forEach(member -> since.put(member, theirs(current, member)));
            throw conflict(meeting, current, StaleVersion.conflicts(changed, since, member -> theirs(current, member), patch::value));
        }
    }

    private CrmException conflict(Meeting meeting, Event current, List<Map<String, Object>> conflicts) {
        NamedRef changedBy = Optional.ofNullable(meeting.event().changedBy()).flatMap(unit.directory()::user)
                .map(user -> new NamedRef(user.id(), user.name())).orElse(null);
        return StaleVersion.refusal(current, changedBy, null, conflicts.isEmpty() ? Map.of() : Map.of("conflicts", conflicts));
    }

    private static Object theirs(Event current, String member) {
        return switch (member) {
            case "title" -> current.title();
            case "description" -> current.description();
            case "location" -> current.location();
            case "privacy" -> current.privacy();
            case "showAs" -> current.showAs();
            case "start" -> current.start();
            case "rrule" -> current.rrule();
            case "attendees" -> current.attendees();
            case "record" -> current.record();
            default -> null;
        };
    }
}
