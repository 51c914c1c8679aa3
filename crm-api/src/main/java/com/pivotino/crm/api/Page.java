package com.pivotino.crm.api;

import java.util.List;

/**
 * One page of a list in a stable order.
 *
 * @param items the rows
 * @param next  the cursor of the following page, or null at the end
 * @param total how many rows there are in all, or null if it was not asked
 */
public record Page<T>(List<T> items, String next, Long total) {

    public Page {
        items = List.copyOf(items);
    }

    public Page(List<T> items, String next) {
        this(items, next, null);
    }
}
