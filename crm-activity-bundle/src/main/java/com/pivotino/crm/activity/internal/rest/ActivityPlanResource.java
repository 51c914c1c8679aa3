package com.pivotino.crm.activity.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.ActivityPlanService;
import com.pivotino.crm.api.activity.NewLaunch;
import com.pivotino.crm.api.activity.PlanLaunch;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import java.net.URI;
import java.util.Objects;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /activity-plans}. */
@Component(service = ActivityPlanResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/activity-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ActivityPlanResource {

    private final ActivityPlanService plans;

    @Activate
    public ActivityPlanResource(@Reference ActivityPlanService plans) {
        this.plans = plans;
    }

    @GET
    public Page<ActivityPlan> list(@Context ListQuery query) {
        return plans.list(query);
    }

    @POST
    public Response create(@Context Actor actor, MergePatch members) {
        ActivityPlan plan = plans.create(actor, members);
        return Response.created(URI.create("activity-plans/" + plan.id())).entity(plan).build();
    }

    @GET
    @Path("/{id: \\d+}")
    public ActivityPlan get(@PathParam("id") long id) {
        return plans.get(id);
    }

    @PATCH
    @Path("/{id: \\d+}")
    public ActivityPlan edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch, @Context IfMatch ifMatch) {
        return plans.edit(Call.of(actor, ifMatch.version()), id, patch);
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void delete(@Context Actor actor, @PathParam("id") long id, @Context IfMatch ifMatch) {
        plans.delete(Call.of(actor, ifMatch.version()), id);
    }

    @POST
    @Path("/{id: \\d+}/launches")
    public Answer<PlanLaunch> launch(@Context Actor actor, @PathParam("id") long id, NewLaunch launch) {
        return plans.launch(actor, id, Objects.requireNonNullElse(launch, new NewLaunch(null, null)));
    }
}
