package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.directory.internal.service.SettingsAdmin;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What {@code /settings} answers: the settings and their version. */
public record SettingsAnswer(long version, boolean onboardingCompleted, int dueDays, Map<String, Integer> dueDaysByType,
        String mode, ZoneId zone, String currency, List<LocalDate> holidays, List<String> workingDays, int undoSeconds,
        Long firstActivityTypeId, boolean followOnPost, int attachmentLimitMb, int mailDelaySeconds,
        int editWindowMinutes, String openActivitiesOnWon, boolean externalLinkShowsStage,
        Map<Long, Integer> dueDaysByStage, String teamRecords) implements Versioned {

    static SettingsAnswer of(SettingsAdmin.Current current) {
        Settings now = current.settings();
        return new SettingsAnswer(current.version(), now.onboardingCompleted(), now.dueDays(), now.dueDaysByType(),
                now.mode(), now.zone(), now.currency(), now.holidays(), now.workingDays(), now.undoSeconds(),
                now.firstActivityTypeId(), now.followOnPost(), now.attachmentLimitMb(), now.mailDelaySeconds(),
                now.editWindowMinutes(), now.openActivitiesOnWon(), now.externalLinkShowsStage(),
                now.dueDaysByStage(), now.teamRecords());
    }
}
