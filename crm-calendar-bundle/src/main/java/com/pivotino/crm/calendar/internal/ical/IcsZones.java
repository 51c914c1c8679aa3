package com.pivotino.crm.calendar.internal.ical;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The zones that a file names: IANA ids, also with a prefix, the names of Windows, or a VTIMEZONE by its standard offset. */
final class IcsZones {

    /** The usual ones of Outlook and Exchange (CLDR windowsZones). */
    private static final Map<String, String> WINDOWS = Map.ofEntries(Map.entry("UTC", "UTC"),
            Map.entry("GMT Standard Time", "Europe/London"), Map.entry("Greenwich Standard Time", "Atlantic/Reykjavik"),
            Map.entry("W. Europe Standard Time", "Europe/Berlin"), Map.entry("Romance Standard Time", "Europe/Paris"),
            Map.entry("Central Europe Standard Time", "Europe/Budapest"), Map.entry("Central European Standard Time", "Europe/Warsaw"),
            Map.entry("E. Europe Standard Time", "Europe/Chisinau"), Map.entry("GTB Standard Time", "Europe/Bucharest"),
            Map.entry("FLE Standard Time", "Europe/Kiev"), Map.entry("Russian Standard Time", "Europe/Moscow"),
            Map.entry("Turkey Standard Time", "Europe/Istanbul"), Map.entry("Israel Standard Time", "Asia/Jerusalem"),
            Map.entry("South Africa Standard Time", "Africa/Johannesburg"), Map.entry("Egypt Standard Time", "Africa/Cairo"),
            Map.entry("Arabian Standard Time", "Asia/Dubai"), Map.entry("India Standard Time", "Asia/Kolkata"),
            Map.entry("China Standard Time", "Asia/Shanghai"), Map.entry("Singapore Standard Time", "Asia/Singapore"),
            Map.entry("Tokyo Standard Time", "Asia/Tokyo"), Map.entry("Korea Standard Time", "Asia/Seoul"),
            Map.entry("AUS Eastern Standard Time", "Australia/Sydney"), Map.entry("W. Australia Standard Time", "Australia/Perth"),
            Map.entry("New Zealand Standard Time", "Pacific/Auckland"), Map.entry("Atlantic Standard Time", "America/Halifax"),
            Map.entry("Eastern Standard Time", "America/New_York"), Map.entry("US Eastern Standard Time", "America/Indianapolis"),
            Map.entry("Central Standard Time", "America/Chicago"), Map.entry("Mountain Standard Time", "America/Denver"),
            Map.entry("US Mountain Standard Time", "America/Phoenix"), Map.entry("Pacific Standard Time", "America/Los_Angeles"),
            Map.entry("Alaskan Standard Time", "America/Anchorage"), Map.entry("Hawaiian Standard Time", "Pacific/Honolulu"),
            Map.entry("E. South America Standard Time", "America/Sao_Paulo"), Map.entry("SA Pacific Standard Time", "America/Bogota"));

    private final ZoneId reader;
    private final Set<String> known = ZoneId.getAvailableZoneIds();
    private final Map<String, IcsComponent> declared = new HashMap<>();

    /** @param reader zone of times that name none */
    IcsZones(IcsComponent calendar, ZoneId reader) {
        this.reader = reader;
        calendar.children("VTIMEZONE").forEach(zone -> zone.text("TZID").ifPresent(id -> declared.putIfAbsent(id, zone)));
    }

    ZoneId reader() {
        return reader;
    }

    /** The zone of a property; empty if its name says nothing to us. */
    Optional<ZoneId> of(IcsLine line) {
        String id = line.parameters().get("TZID");
        return id == null ? Optional.of(reader) : byName(id).or(() -> byLocation(id)).or(() -> byOffset(id));
    }

    private Optional<ZoneId> byName(String id) {
        String name = WINDOWS.getOrDefault(id, id);
        // Some programs write /example.org/20240101/Europe/Berlin.
        while (!known.contains(name) && name.indexOf('/') >= 0) {
            name = name.substring(name.indexOf('/') + 1);
        }
        return known.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    private Optional<ZoneId> byLocation(String id) {
        return Optional.ofNullable(declared.get(id)).flatMap(zone -> zone.text("X-LIC-LOCATION")).flatMap(this::byName);
    }

    private Optional<ZoneId> byOffset(String id) {
        try {
            return Optional.ofNullable(declared.get(id)).filter(zone -> zone.children("DAYLIGHT").findAny().isEmpty())
                    .flatMap(zone -> zone.children("STANDARD").findFirst()).flatMap(standard -> standard.text("TZOFFSETTO"))
                    .map(ZoneOffset::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
