package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.calendar.AvailabilityService;
import com.pivotino.crm.api.calendar.AvailabilityService.Interval;
import com.pivotino.crm.api.rest.RestResource;
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

/** {@code /free-busy}. */
@Component(service = FreeBusyResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/free-busy")
@Produces(MediaType.APPLICATION_JSON)
public final class FreeBusyResource {

    private final AvailabilityService availability;

    @Activate
    public FreeBusyResource(@Reference AvailabilityService availability) {
        this.availability = availability;
    }

    /** Times at which people are busy. */
    public record FreeBusy(List<Busy> people) {
    }

    /** Times at which one person is busy. */
    public record Busy(PersonRef person, List<Interval> busy) {
    }

    @GET
    public FreeBusy busy(@Context Actor actor, @QueryParam("people") List<String> people, @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return new FreeBusy(availability.busy(actor, Times.people(people), Times.start("from", from, actor), Times.start("to", to, actor))
                .entrySet().stream().map(one -> new Busy(one.getKey(), one.getValue())).toList());
    }
}
