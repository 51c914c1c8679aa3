package com.pivotino.crm.activity.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityBulk;
import com.pivotino.crm.api.activity.ActivityParsing;
import com.pivotino.crm.api.activity.ActivityWorkService;
import com.pivotino.crm.api.activity.MyDay;
import com.pivotino.crm.api.activity.ParsedActivity;
import com.pivotino.crm.api.activity.RescheduleChoices;
import com.pivotino.crm.api.rest.RestResource;
import java.util.List;
import java.util.Objects;
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

/** {@code /activities}: what is done to work them off. */
@Component(service = WorkResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WorkResource {

    private final ActivityWorkService work;

    @Activate
    public WorkResource(@Reference ActivityWorkService work) {
        this.work = work;
    }

    /** The order of a day. */
    public record DayOrder(List<Long> ids) {
    }

    @POST
    @Path("/{id: \\d+}/claim")
    public Answer<Activity> claim(@Context Actor actor, @PathParam("id") long id) {
        return work.claim(actor, id);
    }

    @POST
    @Path("/{id: \\d+}/release")
    public Answer<Activity> release(@Context Actor actor, @PathParam("id") long id) {
        return work.release(actor, id);
    }

    @GET
    @Path("/{id: \\d+}/reschedule-choices")
    public RescheduleChoices choices(@Context Actor actor, @PathParam("id") long id) {
        return work.rescheduleChoices(actor, id);
    }

    @POST
    @Path("/bulk")
    public Answer<BulkReport> bulk(@Context Actor actor, ActivityBulk bulk) {
        return work.bulk(actor, Objects.requireNonNullElse(bulk, new ActivityBulk(null, null, null, null, null, null, null,
                null, null, null, null)));
    }

    @GET
    @Path("/my-day")
    public MyDay day(@Context Actor actor) {
        return work.myDay(actor);
    }

    @POST
    @Path("/my-day/order")
    public MyDay order(@Context Actor actor, DayOrder order) {
        return work.orderMyDay(actor, order == null ? List.of() : order.ids());
    }

    @POST
    @Path("/parsing")
    public ParsedActivity parse(@Context Actor actor, ActivityParsing line) {
        return work.parse(actor, Objects.requireNonNullElse(line, new ActivityParsing(null, null)));
    }
}
