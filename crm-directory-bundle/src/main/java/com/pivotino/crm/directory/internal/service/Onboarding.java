package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.DuePreview;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The first-login questionnaire, with a preview of what its answers, saved or not, come to. */
public final class Onboarding {

    private static final Set<String> PREVIEWED = Set.of("dueDays", "mode", "zone");

    private final SettingsAdmin settings;
    private final Clock clock;

    Onboarding(SettingsAdmin settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The questionnaire as answered so far; {@code preview} by these answers or those that the caller tries out. */
    public record Questionnaire(long version, boolean completed, int dueDays, Map<String, Integer> dueDaysByType,
            String mode, ZoneId zone, String currency, DuePreview preview) implements Versioned {
    }

    /** With the preview for the parameters {@code dueDays, mode, zone}, each as saved if it is not given. */
    public Questionnaire get(Actor actor, ListQuery query) {
        query.allowing(PREVIEWED);
        Map<String, Object> tried = new HashMap<>();
        for (String name : PREVIEWED) {
            String text = query.filter(name);
            if (text != null) {
                tried.put(name, name.equals("dueDays") && text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : text);
            }
        }
        SettingsAdmin.Current current = settings.versioned();
        return questionnaire(actor, current, settings.tried(new MergePatch(tried)));
    }

    /** Takes the answers; administrators only. */
    public Questionnaire put(Actor actor, Long ifMatch, MergePatch answers) {
        SettingsAdmin.Current current = settings.answer(actor, ifMatch, answers);
        return questionnaire(actor, current, current.settings());
    }

    private Questionnaire questionnaire(Actor actor, SettingsAdmin.Current current, Settings tried) {
        Settings saved = current.settings();
        LocalDate today = LocalDate.ofInstant(clock.instant(), tried.zone());
        return new Questionnaire(current.version(), saved.onboardingCompleted(), saved.dueDays(), saved.dueDaysByType(),
                saved.mode(), saved.zone(), saved.currency(),
                DuePreview.of(today, tried.dueDays(), tried.mode(), tried.zone(), tried, actor.locale()));
    }
}
