package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.CalendarPreferences;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.domain.Texts;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The members of an event that callers send (REST "Events"). */
final class EventFields {

    private static final Set<String> WRITABLE = Set.of("title", "start", "end", "zone", "allDay", "rrule", "reminders", "attendees",
            "location", "description", "record", "activityId", "privacy", "showAs");
    private static final Set<String> READ_ONLY = Set.of("id", "version", "recurrenceId", "organizer", "myAnswer", "override",
            "continuedFrom", "editable", "startAdjusted", "sentence", "hints", "recordTitle", "eventId", "calendars");
    private static final int MAX_RULE = 1000;

    private EventFields() {
    }

    static MergePatch allowed(MergePatch members) {
        return members.allowing(WRITABLE, READ_ONLY);
    }

    /** Reads a new event; what is not sent is as the actor prefers it. */
    static EventDraft draft(MergePatch members, Actor actor, CalendarUnitOfWork unit, Set<String> channels) {
        CalendarPreferences own = unit.preferences(actor.userId());
        Texts texts = new Texts(members.requiredText("title", Texts.MAX_TITLE),
                members.text("description", Texts.MAX_DESCRIPTION), members.text("location", Texts.MAX_LOCATION),
                oneOf(members, "privacy", Set.of("public", Texts.PRIVATE), own.privacy()),
                oneOf(members, "showAs", Set.of("busy", Texts.FREE), "busy"));
        return new EventDraft(TimeFields.read(members, actor.zone()), rule(members, own), texts,
                AttendeeFields.read(members, unit.directory()), members.has("reminders")
                        ? ReminderFields.read(members, channels) : own.reminders(),
                record(members), members.number("activityId"));
    }

    /** The texts that are sent, by name; null empties one. */
    static Map<String, Object> texts(MergePatch patch) {
        Map<String, Object> texts = new LinkedHashMap<>();
        if (patch.has("title")) {
            texts.put("title", patch.requiredText("title", Texts.MAX_TITLE));
        }
        if (patch.has("description")) {
            texts.put("description", patch.text("description", Texts.MAX_DESCRIPTION));
        }
        if (patch.has("location")) {
            texts.put("location", patch.text("location", Texts.MAX_LOCATION));
        }
        if (patch.has("privacy")) {
            texts.put("privacy", oneOf(patch, "privacy", Set.of("public", Texts.PRIVATE), "public"));
        }
        if (patch.has("showAs")) {
            texts.put("showAs", oneOf(patch, "showAs", Set.of("busy", Texts.FREE), "busy"));
        }
        return texts;
    }

    /** The rule, with the user's first day of the week if it depends on one and names none (SEMANTICS R4); null for none. */
    static String rule(MergePatch members, CalendarPreferences own) {
        String rule = members.text("rrule", MAX_RULE);
        if (rule == null) {
            return null;
        }
        String upper = rule.toUpperCase(Locale.ROOT);
        boolean weeks = upper.contains("FREQ=WEEKLY") && upper.contains("INTERVAL=") && !upper.contains("WKST=");
        return weeks && !"mo".equals(own.weekStart()) ? rule + ";WKST=" + own.weekStart().toUpperCase(Locale.ROOT) : rule;
    }

    /** A record named {@code {type, id}} or {@code type:id}; null for none. */
    static RecordRef record(MergePatch members) {
        if (members.value("record") instanceof String text) {
            return RecordRef.parse(text);
        }
        Map<String, Object> record = members.object("record");
        return record.isEmpty() ? null : RecordRef.parse(record.get("type") + ":" + record.get("id"));
    }

    static String oneOf(MergePatch members, String name, Set<String> known, String standard) {
        String value = members.text(name, 20);
        if (value != null && !known.contains(value)) {
            throw CrmException.invalid(name, "invalid", "One of " + String.join(", ", List.copyOf(known).stream().sorted().toList()) + ".");
        }
        return value == null ? standard : value;
    }

    /** Two letter day, such as {@code mo}. */
    static boolean isDay(String text) {
        return Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().substring(0, 2).equalsIgnoreCase(text));
    }
}
