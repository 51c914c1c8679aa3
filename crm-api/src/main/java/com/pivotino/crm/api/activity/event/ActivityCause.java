package com.pivotino.crm.api.activity.event;

import java.util.List;

/**
 * Why automation planned or ended an activity, for readers of any language.
 *
 * @param key    {@code created}: its record was; {@code moved} to the stage {@code values[0]}; {@code won}; {@code lost};
 *               {@code lostFor} the reason {@code values[0]};
 *               {@code done}: the activity {@code values[0]} was; {@code repeats}: the meeting of the activity {@code values[0]}
 *               does; {@code plan} {@code values[0]} in version {@code values[1]}
 * @param values names of then
 */
public record ActivityCause(String key, List<String> values) {

    public ActivityCause {
        values = List.copyOf(values);
    }

    public static ActivityCause of(String key, String... values) {
        return new ActivityCause(key, List.of(values));
    }
}
