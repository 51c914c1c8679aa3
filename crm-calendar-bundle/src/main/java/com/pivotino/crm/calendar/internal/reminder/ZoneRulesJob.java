package com.pivotino.crm.calendar.internal.reminder;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.calendar.internal.domain.AnnouncedZoneRules;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.ZoneRuleUpdate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks after events that older zone rules computed (SEMANTICS T5). Each event notes the version of the rules, so a restart or
 * a second node goes on where the other one stopped; a node with older rules than another leaves its events alone.
 */
@Component(service = ScheduledJob.class, property = {ScheduledJob.NAME + "=calendar.zone-rules",
        ScheduledJob.EVERY_SECONDS + ":Integer=60"})
public final class ZoneRulesJob implements ScheduledJob {

    private static final int AT_ONCE = 200;

    private final CalendarTransactions transactions;

    @Activate
    public ZoneRulesJob(@Reference CalendarTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void run(Instant now) {
        Set<Long> seen = new HashSet<>();
        List<Long> old = due(now);
        while (seen.addAll(old)) {
            old.forEach(this::follow);
            old = due(now);
        }
    }

    private List<Long> due(Instant now) {
        return transactions.read(unit -> unit.events().computedBefore(AnnouncedZoneRules.version(), now, AT_ONCE));
    }

    private void follow(long id) {
        Set<RecordRef> locks = transactions.read(unit -> unit.find(id).stream().flatMap(meeting -> Stream.of(meeting.event().ref(),
                meeting.event().record())).filter(Objects::nonNull).collect(Collectors.toSet()));
        if (!locks.isEmpty()) {
            transactions.act(Act.of(Actor.system(ZoneOffset.UTC), "automation", locks), (unit, tx) -> {
                unit.find(id).ifPresent(meeting -> new ZoneRuleUpdate(unit, tx).follow(meeting));
                return null;
            });
        }
    }
}
