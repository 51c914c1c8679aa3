package com.pivotino.crm.api.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The workspace's settings (REST "Settings"): the answers to the first-login questionnaire and the others.
 *
 * @param dueDays       days to set due for each activity, 0 to 365
 * @param dueDaysByType the same for a type key, such as {@code call}
 * @param mode          {@code calendar} or {@code business}
 * @param zone          the system's zone
 * @param currency      ISO 4217
 * @param holidays      days that are not worked
 * @param workingDays   two letter days, {@code mo} to {@code su}
 * @param undoSeconds   how long a stage change can be undone, 0 to 60
 * @param firstActivityTypeId type of the first activity, or null for to-do
 */
public record Settings(boolean onboardingCompleted, int dueDays, Map<String, Integer> dueDaysByType, String mode,
        ZoneId zone, String currency, List<LocalDate> holidays, List<String> workingDays, int undoSeconds,
        Long firstActivityTypeId) {

    public Settings {
        dueDaysByType = Map.copyOf(dueDaysByType);
        holidays = List.copyOf(holidays);
        workingDays = List.copyOf(workingDays);
    }
}
