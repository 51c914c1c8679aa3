package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/** Each user's own {@link CalendarPreferences}; who has never chosen has the defaults. */
@ProviderType
public interface CalendarPreferencesService {

    CalendarPreferences get(Actor actor);

    /** Members as in {@link CalendarPreferences}. */
    CalendarPreferences edit(Call call, MergePatch patch);
}
