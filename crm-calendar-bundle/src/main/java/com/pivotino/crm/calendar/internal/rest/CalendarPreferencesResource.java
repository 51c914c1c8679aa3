package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.calendar.CalendarPreferences;
import com.pivotino.crm.api.calendar.CalendarPreferencesService;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /calendar-preferences}: the caller's own. */
@Component(service = CalendarPreferencesResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/calendar-preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CalendarPreferencesResource {

    private final CalendarPreferencesService preferences;

    @Activate
    public CalendarPreferencesResource(@Reference CalendarPreferencesService preferences) {
        this.preferences = preferences;
    }

    @GET
    public CalendarPreferences get(@Context Actor actor) {
        return preferences.get(actor);
    }

    @PATCH
    public CalendarPreferences edit(@Context Actor actor, MergePatch patch, @Context IfMatch ifMatch) {
        return preferences.edit(Call.of(actor, ifMatch.version()), patch);
    }
}
