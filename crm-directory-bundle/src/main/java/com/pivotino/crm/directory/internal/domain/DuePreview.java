package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.directory.Settings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * When the first activity of an opportunity saved now would be due, and why (A4).
 *
 * @param date        the due date
 * @param explanation one or two sentences for a person
 */
public record DuePreview(LocalDate date, String explanation) {

    /**
     * By these answers, saved or not.
     *
     * @param today    the date in the zone that is previewed
     * @param settings working days and holidays
     */
    public static DuePreview of(LocalDate today, int days, String mode, ZoneId zone, Settings settings, Locale locale) {
        LocalDate due = DueDates.due(today, days, DueDates.DAYS, mode, settings.workingWeek(), settings.holidaySet());
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE d MMMM", locale);
        boolean business = DueDates.BUSINESS.equals(mode);
        String counted = days + (business ? " working day" : " day") + (days == 1 ? "" : "s");
        StringBuilder why = new StringBuilder("An opportunity saved now would be due ").append(due.format(format))
                .append(": ").append(counted).append(" from today, ").append(today.format(format)).append(" in ").append(zone.getId());
        if (business) {
            String worked = String.join(", ", settings.workingWeek().stream()
                    .map(day -> day.getDisplayName(TextStyle.SHORT, locale)).toList());
            long holidays = settings.holidays().stream().filter(day -> !day.isBefore(today) && !day.isAfter(due)
                    && settings.workingWeek().contains(day.getDayOfWeek())).count();
            why.append(", counting ").append(worked);
            if (holidays > 0) {
                why.append(" without ").append(holidays).append(holidays == 1 ? " holiday" : " holidays");
            }
        } else {
            why.append(", counting every day");
        }
        return new DuePreview(due, why.append('.').toString());
    }
}
