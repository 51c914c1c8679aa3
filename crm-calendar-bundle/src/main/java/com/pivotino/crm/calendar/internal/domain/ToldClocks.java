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
 * The clocks of zones as invitations have told them (SEMANTICS T5): the offset at the beginning and its changes of some years.
 * Later zone rules may give the same wall time another instant; that is found by comparing with these.
 */
public final class ToldClocks {

    /** How far ahead clocks are kept. */
    public static final Duration AHEAD = Duration.ofDays(5 * 366L);
    private static final int MOST_ZONES = 12;

    private final Map<String, ZoneRules> byZone = new HashMap<>();

    private ToldClocks() {
    }

    /** Of the zone rules that this runtime works with, such as {@code 2026a}; later ones sort behind. */
    public static String version() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }

    /** The clocks of these zones as they are known now, as text. */
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

    /** What {@link #text} has written. */
    public static ToldClocks parse(String text) {
        ToldClocks told = new ToldClocks();
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

    /** The instant that a wall time was told to be (SEMANTICS T2, T3); empty if the zone was not told. */
    public Optional<Instant> instant(LocalDateTime local, ZoneId zone) {
        return Optional.ofNullable(byZone.get(zone.getId())).map(rules -> {
            List<ZoneOffset> offsets = rules.getValidOffsets(local);
            return local.toInstant(offsets.isEmpty() ? rules.getTransition(local).getOffsetBefore() : offsets.get(0));
        });
    }
}
