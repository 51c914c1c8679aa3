package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.calendar.DueReminder;
import com.pivotino.crm.api.calendar.ReminderService;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /reminders}. */
@Component(service = ReminderResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReminderResource {

    private final ReminderService reminders;

    @Activate
    public ReminderResource(@Reference ReminderService reminders) {
        this.reminders = reminders;
    }

    /** For how long a popup is to be quiet. */
    public record Snooze(Integer minutes) {
    }

    @GET
    public Page<DueReminder> list(@Context Actor actor, @Context ListQuery query) {
        return reminders.list(actor, query);
    }

    @POST
    @Path("/{id: \\d+}/dismissal")
    public DueReminder dismiss(@Context Actor actor, @PathParam("id") long id) {
        return reminders.dismiss(actor, id);
    }

    @POST
    @Path("/{id: \\d+}/snooze")
    public DueReminder snooze(@Context Actor actor, @PathParam("id") long id, Snooze snooze) {
        return reminders.snooze(actor, id, snooze == null ? null : snooze.minutes());
    }
}
