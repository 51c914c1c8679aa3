package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.DueInputs;
import com.pivotino.crm.activity.internal.domain.DueRule;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.directory.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Due dates inside one act: the questions, and the answers that were given to them before it began (SEMANTICS A4). */
final class DueDateAnswers {

    private final ZoneCache zones;
    private final Supplier<Settings> settings;
    private final Map<DueDateQuestion, DueDate> said;

    /** @param said what was answered before the transaction; the standard rule answers what is not in it */
    DueDateAnswers(ZoneCache zones, Supplier<Settings> settings, Map<DueDateQuestion, DueDate> said) {
        this.zones = zones;
        this.settings = settings;
        this.said = said;
    }

    DueDateQuestion question(ActivityTypeEntity kind, TrackedRecord record, Long assignee, LocalDate base, ZoneId zone) {
        return new DueRule(settings.get()).question(kind, record, zones.team(record.teamId()), assignee, base, zone);
    }

    /** Never before today in the zone. */
    Due due(DueDateQuestion question, ZoneId zone, Instant now) {
        return DueRule.due(question, Optional.ofNullable(said.get(question)), LocalDate.ofInstant(now, zone));
    }

    /** When an activity planned now is due. */
    Due due(ActivityTypeEntity kind, TrackedRecord record, Long assignee, ZoneId zone, Instant now) {
        return due(question(kind, record, assignee, LocalDate.ofInstant(now, zone), zone), zone, now);
    }

    /** When an activity of a plan is due: by its line, else as any other would be from that day. */
    DueDateQuestion question(ActivityTypeEntity kind, TrackedRecord record, NamedRef assignee, LocalDate base, ZoneId zone, PlanLine line) {
        Long id = assignee == null ? null : assignee.id();
        return line.offset() == null ? question(kind, record, id, base, zone)
                : new DueRule(settings.get()).question(kind, record, zones.team(record.teamId()), id, base, zone,
                        DueInputs.PLAN, line.offset(), line.unit());
    }

    ZoneId zoneOf(Long userId, Long teamId) {
        return zones.zoneOf(userId, teamId);
    }

    NamedRef person(Long id) {
        return id == null ? null : zones.directory().user(id).map(user -> new NamedRef(id, user.name())).orElse(null);
    }
}
