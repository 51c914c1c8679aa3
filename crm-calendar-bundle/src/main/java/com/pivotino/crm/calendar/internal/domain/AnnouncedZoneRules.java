package com.pivotino.crm.calendar.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The zone rules that invitations were sent with (SEMANTICS T5): the offset at the beginning and its changes of some years.
 * Newer zone rules may give the same wall time another instant; a comparison with these finds it.
 */
public final class AnnouncedZoneRules {

    /** How far ahead rules are kept. */
    public static final Duration AHEAD = Duration.ofDays(5 * 366L);
    private static final int MOST_ZONES = 12;

    private final Map<String, ZoneRules> byZone = new HashMap<>();

    private AnnouncedZoneRules() {
    }

    /** Version of the runtime's zone rules, such as {@code 2026a}; later versions sort behind. */
    public static String version() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }

    /** The present rules of these zones as text. */
    public static String text(Collection<ZoneId> zones, Instant from) {
        List<String> lines = new ArrayList<>();
        zones.stream().distinct().limit(MOST_ZONES).forEach(zone -> {
            ZoneRules rules = zone.getRules();
            StringBuilder line = new StringBuilder(zone.getId()).append(' ').append(rules.getOffset(from).getId());
            ZoneOffsetTransition change = rules.nextTransition(from);
            while (change != null && change.getInstant().isBefore(from.plus(AHEAD))) {
                line.append(' ').append(change.toEpochSecond()).append(change.getOffsetAfter().getTotalSeconds() < 0 ? "" : "+")
                        .append(change.getOffsetAfter().getTotalSeconds());
                change = rules.nextTransition(change.getInstant());
            }
            lines.add(line.toString());
        });
        return String.join("\n", lines);
    }

    /** Reads the result of {@link #text}. */
    public static AnnouncedZoneRules parse(String text) {
        AnnouncedZoneRules told = new AnnouncedZoneRules();
        text.lines().map(line -> line.split(" ")).forEach(parts -> told.byZone.put(parts[0], rules(parts)));
        return told;
    }

    private static ZoneRules rules(String[] parts) {
        ZoneOffset first = ZoneOffset.of(parts[1]);
        ZoneOffset before = first;
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        for (int i = 2; i < parts.length; i++) {
            int sign = Math.max(parts[i].lastIndexOf('+'), parts[i].lastIndexOf('-'));
            ZoneOffset after = ZoneOffset.ofTotalSeconds(Integer.parseInt(parts[i].substring(sign)));
            if (!after.equals(before)) {
                LocalDateTime at = LocalDateTime.ofEpochSecond(Long.parseLong(parts[i].substring(0, sign)), 0, before);
                changes.add(ZoneOffsetTransition.of(at, before, after));
                before = after;
            }
        }
        return ZoneRules.of(first, first, List.of(), changes, List.of());
    }

    /** The announced instant of a wall time (SEMANTICS T2, T3); empty if the zone was not announced. */
    public Optional<Instant> instant(LocalDateTime local, ZoneId zone) {
        return Optional.ofNullable(byZone.get(zone.getId())).map(rules -> {
            List<ZoneOffset> offsets = rules.getValidOffsets(local);
            return local.toInstant(offsets.isEmpty() ? rules.getTransition(local).getOffsetBefore() : offsets.get(0));
        });
    }
}
