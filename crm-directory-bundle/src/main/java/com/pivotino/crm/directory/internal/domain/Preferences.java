package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How a user wants to hear of things, as the member {@code notifications} of {@code /me} writes it. */
public final class Preferences {

    private static final Set<String> CHANNELS = Set.of("both", "app", "mail", "none");
    private static final Set<String> DIGESTS = Set.of("immediate", "hourly", "daily");
    private static final int MOST_SUBTYPES = 50;

    private Preferences() {
    }

    /** The preferences with the members sent; a subtype that is null follows the default again. */
    public static NotificationPreferences merged(NotificationPreferences old, Map<String, Object> sent) {
        MergePatch patch = new MergePatch(sent).allowing(Set.of("default", "bySubtype", "digest", "quietHours"), Set.of());
        MergePatch quiet = new MergePatch(patch.has("quietHours") ? patch.object("quietHours") : Map.of())
                .allowing(Set.of("from", "until"), Set.of());
        boolean cleared = patch.has("quietHours") && quiet.isEmpty();
        String from = quiet.has("from") ? time(quiet, "from") : cleared ? null : old.quietFrom();
        String until = quiet.has("until") ? time(quiet, "until") : cleared ? null : old.quietUntil();
        if ((from == null) != (until == null)) {
            throw CrmException.invalid("notifications.quietHours", "invalid", "Quiet hours have both a beginning and an end.");
        }
        return new NotificationPreferences(
                patch.has("default") ? oneOf(patch, "default", CHANNELS) : old.byDefault(),
                patch.has("bySubtype") ? subtypes(old.bySubtype(), patch.object("bySubtype")) : old.bySubtype(),
                patch.has("digest") ? oneOf(patch, "digest", DIGESTS) : old.digest(), from, until);
    }

    private static Map<String, String> subtypes(Map<String, String> old, Map<String, Object> sent) {
        Map<String, String> merged = new TreeMap<>(old);
        MergePatch patch = new MergePatch(sent);
        for (String subtype : patch.names()) {
            if (!subtype.matches("[a-z][a-z0-9_]{0,29}")) {
                throw CrmException.invalid("notifications.bySubtype", "invalid", "Name subtypes by their keys, such as won.");
            }
            if (patch.text(subtype, 10) == null) {
                merged.remove(subtype);
            } else {
                merged.put(subtype, oneOf(patch, subtype, CHANNELS));
            }
        }
        if (merged.size() > MOST_SUBTYPES) {
            throw CrmException.invalid("notifications.bySubtype", "too_long", "At most " + MOST_SUBTYPES + " subtypes.");
        }
        return merged;
    }

    private static String oneOf(MergePatch patch, String name, Set<String> known) {
        String text = patch.requiredText(name, 10);
        if (!known.contains(text)) {
            throw CrmException.invalid("notifications." + name, "invalid", "One of " + String.join(", ", known) + ".");
        }
        return text;
    }

    private static String time(MergePatch patch, String name) {
        String text = patch.text(name, 5);
        if (text != null && !text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw CrmException.invalid("notifications.quietHours." + name, "invalid", "Use a time such as 22:00.");
        }
        return text;
    }
}
