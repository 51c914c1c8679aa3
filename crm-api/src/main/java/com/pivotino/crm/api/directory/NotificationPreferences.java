package com.pivotino.crm.api.directory;

import java.util.Map;

/**
 * A user's notification preferences (SEMANTICS X7, REST "Notification").
 *
 * @param byDefault  {@code both}, {@code app}, {@code mail} or {@code none}; in JSON {@code default}
 * @param bySubtype  the same for a subtype key; what is not named follows the default, {@code field_changes} is
 *                   {@code app} unless named
 * @param digest     {@code immediate}, {@code hourly} or {@code daily}
 * @param quietFrom  local time from which mail waits, {@code HH:mm}, or null for no quiet hours
 * @param quietUntil local time until which mail waits, {@code HH:mm}, or null
 */
public record NotificationPreferences(String byDefault, Map<String, String> bySubtype, String digest, String quietFrom,
        String quietUntil) {

    /** The preferences of a user who has never chosen. */
    public static final NotificationPreferences UNCHOSEN =
            new NotificationPreferences("both", Map.of(), "immediate", null, null);

    public NotificationPreferences {
        bySubtype = Map.copyOf(bySubtype);
    }

    /** The channels for a subtype: {@code both}, {@code app}, {@code mail} or {@code none}. */
    public String channelsFor(String subtype) {
        return bySubtype.getOrDefault(subtype, "field_changes".equals(subtype) ? "app" : byDefault);
    }
}
