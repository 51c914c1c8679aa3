package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import java.time.LocalDate;
import java.util.List;

/**
 * A user's work list of today across all records: their open activities that are due today or overdue, in the
 * order that they gave by hand, then by due date, then by the larger amount.
 *
 * @param date  today in the caller's zone
 * @param items at most 100
 * @param total how many there are
 */
public record MyDay(LocalDate date, List<Item> items, long total) {

    public MyDay {
        items = List.copyOf(items);
    }

    /**
     * One activity with all that is needed to do it. Of a record that the caller may not read only the title is told
     * (SEMANTICS A13).
     *
     * @param activity the activity
     * @param ordered  whether its place was given by hand
     * @param customer or null
     * @param amount   the record's expected revenue, or null
     * @param stage    name of the stage that the record stands in, or null
     */
    public record Item(Activity activity, boolean ordered, NamedRef customer, Money amount, String stage) {
    }
}
