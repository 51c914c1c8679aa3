package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a stale version means (REST "If-Match"): deletions are refused, edits are merged if they touch other members. */
final class EventVersions {

    private final CalendarUnitOfWork unit;

    EventVersions(CalendarUnitOfWork unit) {
        this.unit = unit;
    }

    void requireCurrent(Meeting meeting, Long known, Event current) {
        if (known != null && known != meeting.event().version()) {
            throw conflict(meeting, current, List.of());
        }
    }

    /**
     * @param id     the occurrence that was opened, or null
     * @param wanted members that really change
     */
    void requireMergeable(Meeting meeting, LocalDateTime id, Long known, Collection<String> wanted, MergePatch patch, Event current) {
        if (known == null || known == meeting.event().version()) {
            return;
        }
        Set<String> changed = meeting.event().changedSince(known, wanted);
        if (known > meeting.event().version() || !changed.isEmpty()) {
            List<Map<String, Object>> conflicts = new ArrayList<>();
            Map<String, Object> base = new EarlierValues(unit).since(meeting, id, known);
            for (String member : changed) {
                Map<String, Object> conflict = new HashMap<>();
                conflict.put("field", member);
                conflict.put("base", base.containsKey(member) ? base.get(member) : theirs(current, member));
                conflict.put("theirs", theirs(current, member));
                conflict.put("mine", patch.value(member));
                conflicts.add(conflict);
            }
            throw conflict(meeting, current, conflicts);
        }
    }

    private CrmException conflict(Meeting meeting, Event current, List<Map<String, Object>> conflicts) {
        Map<String, Object> extras = new HashMap<>(Map.of("current", current));
        Long by = meeting.event().changedBy();
        if (by != null) {
            unit.directory().user(by).ifPresent(user -> extras.put("changedBy", new NamedRef(by, user.name())));
        }
        if (!conflicts.isEmpty()) {
            extras.put("conflicts", conflicts);
        }
        return CrmException.versionConflict(extras);
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
