package com.pivotino.crm.imports.internal.value;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the cells of one column look like; fed cell by cell while a file is read. */
public final class ColumnProfile {

    /** So many different values of a column are remembered; beyond it is not a list of choices. */
    public static final int CHOICES = 100;

    private static final int CHOICE_LENGTH = 200;

    private final Map<DateOrder, Integer> dates = new EnumMap<>(DateOrder.class);
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int filled;
    private int amounts;
    private int emails;
    private boolean open = true;

    /** Looks at one cell. */
    public void see(String cell) {
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        emails += cell.indexOf('@') > 0 ? 1 : 0;
        if (Character.isDigit(cell.charAt(cell.length() - 1)) || cell.length() < 40) {
            amounts += Amount.parse(cell).isPresent() ? 1 : 0;
            boolean dotted = DateOrder.isDotted(cell);
            for (DateOrder order : DateOrder.values()) {
                if ((!dotted || order == DateOrder.DMY) && Moment.parse(cell, order).isPresent()) {
                    dates.merge(order, 1, Integer::sum);
                }
            }
        }
        if (open && (counts.size() < CHOICES || counts.containsKey(cell)) && cell.length() <= CHOICE_LENGTH) {
            counts.merge(cell, 1, Integer::sum);
        } else {
            open = false;
        }
    }

    /** How many cells hold something. */
    public int filled() {
        return filled;
    }

    /** Whether nearly all cells are e-mail addresses. */
    public boolean holdsEmails() {
        return mostly(emails);
    }

    /** Whether nearly all cells are amounts. */
    public boolean holdsAmounts() {
        return mostly(amounts);
    }

    /** The order in which most cells are dates, the American one on a tie with slashes; null if they are no dates. */
    public DateOrder dateOrder() {
        DateOrder best = null;
        for (DateOrder order : DateOrder.values()) {
            if (best == null || dates.getOrDefault(order, 0) > dates.getOrDefault(best, 0)) {
                best = order;
            }
        }
        return mostly(dates.getOrDefault(best, 0)) ? best : null;
    }

    /** Whether every date could as well have day and month the other way round. */
    public boolean datesAmbiguous() {
        DateOrder order = dateOrder();
        return order != null && order != DateOrder.YMD
                && dates.getOrDefault(DateOrder.MDY, 0).equals(dates.getOrDefault(DateOrder.DMY, 0));
    }

    /** The different values with how often each was seen; null if there are too many. */
    public Map<String, Integer> choices() {
        return open ? counts : null;
    }

    private boolean mostly(int count) {
        return filled > 0 && count >= 0.9 * filled;
    }
}
