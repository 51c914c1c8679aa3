package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.Versioned;
import java.util.List;

/**
 * A kind of activity.
 *
 * @param key         stable, such as {@code call}
 * @param icon        icon name for the screen
 * @param category    {@code todo, email, call, meeting, letter, upload}
 * @param dueDays     how many units until it is due, or null for the questionnaire's answer (SEMANTICS A4)
 * @param dueUnit     {@code days, weeks, months, businessDays}
 * @param chaining    {@code none, suggest, trigger} (SEMANTICS A9)
 * @param nextTypeIds what follows it
 * @param nextFrom    {@code completion} or {@code previous}: what the follower's due date counts from
 * @param active      whether it is offered for new activities
 * @param outcomes    what a completion may name as its outcome; empty if it may name anything
 * @param defaultSummary what a new activity is called that gets no summary, or null for the type's name
 * @param defaultNote note of a new activity that gets none, or null
 */
public record ActivityType(long id, long version, String key, String name, String icon, String category,
        Integer dueDays, String dueUnit, String chaining, List<Long> nextTypeIds, String nextFrom, boolean active,
        List<String> outcomes, String defaultSummary, String defaultNote)
        implements Versioned {

    public ActivityType {
        nextTypeIds = List.copyOf(nextTypeIds);
        outcomes = List.copyOf(outcomes);
    }
}
