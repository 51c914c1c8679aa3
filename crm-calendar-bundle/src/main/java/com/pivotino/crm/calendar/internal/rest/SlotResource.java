package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.calendar.AvailabilityService;
import com.pivotino.crm.api.calendar.AvailabilityService.Slot;
import com.pivotino.crm.api.rest.RestResource;
import java.time.Duration;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /slots}. */
@Component(service = SlotResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/slots")
@Produces(MediaType.APPLICATION_JSON)
public final class SlotResource {

    private final AvailabilityService availability;

    @Activate
    public SlotResource(@Reference AvailabilityService availability) {
        this.availability = availability;
    }

    /** Stretches that could be chosen. */
    public record Slots(List<Slot> slots) {
    }

    @GET
    public Slots slots(@Context Actor actor, @QueryParam("people") List<String> people, @QueryParam("from") String from,
            @QueryParam("to") String to, @QueryParam("minutes") Integer minutes, @QueryParam("partial") boolean partial) {
        return new Slots(availability.slots(actor, Times.people(people), Times.start("from", from, actor), Times.start("to", to, actor),
                Duration.ofMinutes(minutes == null ? 30 : minutes), partial));
    }
}
