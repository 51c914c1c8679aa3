package com.pivotino.crm.api.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The one rule of due dates (SEMANTICS A4), pure: the activity bundle computes by it, the questionnaire previews by it.
 *
 * <p>Calendar mode counts every day. Business mode counts working days only: those of the week's working days that are
 * no holiday. Zero days is the base itself, in business mode the next working day if the base is none. A week is seven
 * days; a month ends on the same day number, clipped to the month's end; in business mode a week or month that ends on
 * a day that is not worked moves on to the next working day.
 */
public final class DueDates {

    /** Unit: days, counted as the mode says. */
    public static final String DAYS = "days";
    /** Unit: weeks of seven days. */
    public static final String WEEKS = "weeks";
    /** Unit: calendar months. */
    public static final String MONTHS = "months";
    /** Unit: working days, whatever the mode says. */
    public static final String BUSINESS_DAYS = "businessDays";
    /** Mode: every day counts. */
    public static final String CALENDAR = "calendar";
    /** Mode: working days count. */
    public static final String BUSINESS = "business";
    /** The largest number of units. */
    public static final int MAX = 36_500;

    private DueDates() {
    }

    /**
     * Adds to a date.
     *
     * @param base        today in the assignee's zone, or another day to count from
     * @param n           how many units, 0 to {@link #MAX}
     * @param unit        {@code days, weeks, months, businessDays}
     * @param mode        {@code calendar} or {@code business}
     * @param workingDays days of the week that are worked, at least one
     * @param holidays    dates that are not worked
     * @throws IllegalArgumentException if one of them is none of these; who reads them from outside refuses them before
     */
    public static LocalDate due(LocalDate base, int n, String unit, String mode, Set<DayOfWeek> workingDays,
            Set<LocalDate> holidays) {
        if (n < 0 || n > MAX) {
            throw new IllegalArgumentException("Between 0 and " + MAX + ": " + n);
        }
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("At least one day of the week is worked");
        }
        boolean business = business(mode) || BUSINESS_DAYS.equals(unit);
        LocalDate due = switch (unit) {
            case DAYS, BUSINESS_DAYS -> business ? workingDay(base, n, workingDays, holidays) : base.plusDays(n);
            case WEEKS -> base.plusWeeks(n);
            case MONTHS -> base.plusMonths(n);
            default -> throw new IllegalArgumentException("No unit of due dates: " + unit);
        };
        return business ? workingDay(due, 0, workingDays, holidays) : due;
    }

    /** Whether the date is worked. */
    public static boolean isWorkingDay(LocalDate date, Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {
        return workingDays.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** The n-th working day after the date; for 0 the date itself or the first working day after it. */
    private static LocalDate workingDay(LocalDate date, int n, Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {
        LocalDate day = date;
        int left = n;
        while (left > 0 || !isWorkingDay(day, workingDays, holidays)) {
            day = day.plusDays(1);
            if (left > 0 && isWorkingDay(day, workingDays, holidays)) {
                left--;
            }
        }
        return day;
    }

    private static boolean business(String mode) {
        if (!CALENDAR.equals(mode) && !BUSINESS.equals(mode)) {
            throw new IllegalArgumentException("No mode of due dates: " + mode);
        }
        return BUSINESS.equals(mode);
    }
}
