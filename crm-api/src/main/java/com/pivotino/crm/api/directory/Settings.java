package com.pivotino.crm.api.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The workspace's settings (REST "Settings"): the answers to the first-login questionnaire and the others.
 *
 * @param dueDays       days to set due for each activity, 0 to 365
 * @param dueDaysByType the same for a type key, such as {@code call}
 * @param mode          {@code calendar} or {@code business}
 * @param zone          the system's zone
 * @param currency      ISO 4217
 * @param holidays      days that are not worked
 * @param workingDays   two letter days, {@code mo} to {@code su}, at least one
 * @param undoSeconds   how long a stage change can be undone, 0 to 60 (P19)
 * @param firstActivityTypeId type of the first activity, or null for to-do (A1)
 * @param followOnPost  whether who posts follows the record (X8)
 * @param attachmentLimitMb largest attached file, in MB (L7)
 * @param mailDelaySeconds how long a mail waits for being read in the app (X7)
 * @param editWindowMinutes how long an author may change what they wrote
 * @param openActivitiesOnWon {@code keep}, {@code done} or {@code cancel}: what won suggests for open activities (P13)
 * @param externalLinkShowsStage whether the external follower's view names the stage
 * @param dueDaysByStage days to set due for activities of records in a stage, by its id (A4)
 * @param teamRecords what salespeople may do with the records of their teams: {@code edit} or {@code read}
 */
public record Settings(boolean onboardingCompleted, int dueDays, Map<String, Integer> dueDaysByType, String mode,
        ZoneId zone, String currency, List<LocalDate> holidays, List<String> workingDays, int undoSeconds,
        Long firstActivityTypeId, boolean followOnPost, int attachmentLimitMb, int mailDelaySeconds,
        int editWindowMinutes, String openActivitiesOnWon, boolean externalLinkShowsStage,
        Map<Long, Integer> dueDaysByStage, String teamRecords) {

    public Settings {
        dueDaysByType = Map.copyOf(dueDaysByType);
        dueDaysByStage = Map.copyOf(dueDaysByStage);
        holidays = List.copyOf(holidays);
        workingDays = List.copyOf(workingDays);
    }

    /** The same settings with defaults for missing members. */
    public Settings(boolean onboardingCompleted, int dueDays, Map<String, Integer> dueDaysByType, String mode,
            ZoneId zone, String currency, List<LocalDate> holidays, List<String> workingDays, int undoSeconds,
            Long firstActivityTypeId) {
        this(onboardingCompleted, dueDays, dueDaysByType, mode, zone, currency, holidays, workingDays, undoSeconds,
                firstActivityTypeId, true, 25, 60, 15, "keep", true, Map.of(), "edit");
    }

    /** With the default of team records. */
    public Settings(boolean onboardingCompleted, int dueDays, Map<String, Integer> dueDaysByType, String mode, ZoneId zone,
            String currency, List<LocalDate> holidays, List<String> workingDays, int undoSeconds, Long firstActivityTypeId,
            boolean followOnPost, int attachmentLimitMb, int mailDelaySeconds, int editWindowMinutes, String openActivitiesOnWon,
            boolean externalLinkShowsStage, Map<Long, Integer> dueDaysByStage) {
        this(onboardingCompleted, dueDays, dueDaysByType, mode, zone, currency, holidays, workingDays, undoSeconds,
                firstActivityTypeId, followOnPost, attachmentLimitMb, mailDelaySeconds, editWindowMinutes, openActivitiesOnWon,
                externalLinkShowsStage, dueDaysByStage, "edit");
    }

    /** The working days as {@code DueDates} takes them. */
    public Set<DayOfWeek> workingWeek() {
        return week(workingDays);
    }

    /** The holidays as {@code DueDates} takes them. */
    public Set<LocalDate> holidaySet() {
        return Set.copyOf(holidays);
    }

    /** Two letter days as days of the week; others are left out. */
    public static Set<DayOfWeek> week(List<String> twoLetterDays) {
        Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (twoLetterDays.contains(day.name().substring(0, 2).toLowerCase(Locale.ROOT))) {
                week.add(day);
            }
        }
        return week;
    }
}
