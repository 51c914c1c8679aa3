package com.pivotino.crm.testkit;

import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.SettingsService;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Settings in memory: three calendar days, UTC, EUR, Monday to Friday, ten seconds of undo. */
public final class FakeSettings implements SettingsService {

    private volatile Settings settings = new Settings(true, 3, Map.of(), "calendar", ZoneOffset.UTC, "EUR", List.of(),
            List.of("mo", "tu", "we", "th", "fr"), 10, null);

    @Override
    public Settings current() {
        return settings;
    }

    /** Replaces them by what the function makes of them. */
    public void change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }
}
