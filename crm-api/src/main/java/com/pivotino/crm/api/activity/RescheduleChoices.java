package com.pivotino.crm.api.activity;

import java.time.LocalDate;
import java.util.List;

/**
 * Later days at hand for an open activity, none of them past and none that is no working day where business days count.
 *
 * @param today   in the assignee's zone
 * @param choices earliest first
 */
public record RescheduleChoices(LocalDate today, List<Choice> choices) {

    public RescheduleChoices {
        choices = List.copyOf(choices);
    }

    /**
     * One of them.
     *
     * @param key     {@code day} one day on, {@code monday} the Monday after, {@code week} one week on; counted from the due
     *                date, or from today if that is past
     * @param dueDate what to send as the due date
     */
    public record Choice(String key, LocalDate dueDate) {
    }
}
