package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the member {@code reminders} (SEMANTICS N1). */
final class ReminderFields {

    private static final int MOST = 10;
    private static final Map<String, Integer> MOST_OF_UNIT = Map.of("minutes", 527_040, "hours", 8_784, "days", 366, "weeks", 52);
    private static final Set<String> OWN_CHANNELS = Set.of("popup", "email");

    private ReminderFields() {
    }

    /**
     * @param channels those that partners bring, beside popup and email
     * @return each only once
     */
    static List<Reminder> read(MergePatch members, Set<String> channels) {
        Object value = members.value("reminders");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST) {
            throw problem("A list of at most " + MOST + " reminders.");
        }
        Set<Reminder> reminders = new LinkedHashSet<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map) || !Set.of("offset", "unit", "channel").containsAll(map.keySet())) {
                throw problem("Each reminder has an offset, a unit and a channel.");
            }
            reminders.add(reminder(map, channels));
        }
        return List.copyOf(reminders);
    }

    private static Reminder reminder(Map<?, ?> map, Set<String> channels) {
        String unit = String.valueOf(map.get("unit"));
        String channel = map.get("channel") == null ? "popup" : String.valueOf(map.get("channel"));
        if (!MOST_OF_UNIT.containsKey(unit)) {
            throw problem("The unit is one of minutes, hours, days, weeks.");
        }
        if (!OWN_CHANNELS.contains(channel) && !channels.contains(channel)) {
            throw problem("The channel is popup or email, or one that an extension brings.");
        }
        if (!(map.get("offset") instanceof Integer offset) || offset < 0 || offset > MOST_OF_UNIT.get(unit)) {
            throw problem("The offset is a whole number from 0, at most a year.");
        }
        return new Reminder(offset, unit, channel);
    }

    private static CrmException problem(String message) {
        return CrmException.invalid("reminders", "invalid", message);
    }
}
