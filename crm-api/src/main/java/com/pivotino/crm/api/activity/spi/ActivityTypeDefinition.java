package com.pivotino.crm.api.activity.spi;

import java.util.List;

/**
 * A type of activity that a partner brings. Managers say what follows it and whether it is offered; the rest is the
 * partner's.
 *
 * @param key            stable: lower case letters, digits and underscores, at most 40
 * @param name           at most 80 characters
 * @param icon           icon name for the screen
 * @param category       {@code todo, email, call, meeting, letter, upload}
 * @param dueDays        how many units until it is due, or null for the workspace's default (SEMANTICS A4)
 * @param dueUnit        {@code days, weeks, months, businessDays}
 * @param outcomes       what a completion may name as its outcome; empty for anything
 * @param defaultSummary or null for the name
 * @param defaultNote    or null
 */
public record ActivityTypeDefinition(String key, String name, String icon, String category, Integer dueDays,
        String dueUnit, List<String> outcomes, String defaultSummary, String defaultNote) {

    public ActivityTypeDefinition {
        outcomes = List.copyOf(outcomes);
    }

    /** Due as the workspace says, with any outcome. */
    public ActivityTypeDefinition(String key, String name, String icon, String category) {
        this(key, name, icon, category, null, "days", List.of(), null, null);
    }
}
