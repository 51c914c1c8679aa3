package com.pivotino.crm.activity.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityService;
import com.pivotino.crm.api.activity.ActivitySummary;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.DuePreview;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.internal.Shareable;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /activities}. */
@Component(service = ActivityResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ActivityResource {

    private final ActivityService activities;

    @Activate
    public ActivityResource(@Reference ActivityService activities) {
        this.activities = activities;
    }

    @GET
    public Page<Activity> list(@Context Actor actor, @Context ListQuery query) {
        return activities.list(actor, query);
    }

    @GET
    @Shareable
    @Path("/summary")
    public ActivitySummary summary(@Context Actor actor, @QueryParam("scope") String scope) {
        return activities.summary(actor, scope);
    }

    /** What the popup shows before an activity is planned. */
    @GET
    @Path("/due-date")
    public DuePreview dueDate(@Context Actor actor, @QueryParam("record") String record, @QueryParam("typeId") Long typeId,
            @QueryParam("assigneeId") Long assigneeId, @QueryParam("teamId") Long teamId) {
        return activities.dueDate(actor, RecordRef.parse(record), typeId, assigneeId, teamId);
    }

    @POST
    public Response schedule(@Context Actor actor, NewActivity activity) {
        Answer<Activity> answer = activities.schedule(actor,
                Objects.requireNonNullElse(activity, new NewActivity(null, null, null, null, null, null)));
        return Response.created(URI.create("activities/" + answer.value().id())).entity(answer).build();
    }

    @GET
    @Path("/{id: \\d+}")
    public Activity get(@Context Actor actor, @PathParam("id") long id) {
        return activities.get(actor, id);
    }

    @PATCH
    @Path("/{id: \\d+}")
    public Answer<Activity> edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch,
            @Context IfMatch ifMatch) {
        return activities.edit(Call.of(actor, ifMatch.version()), id, patch);
    }

    @POST
    @Path("/{id: \\d+}/completion")
    public Answer<Activity> complete(@Context Actor actor, @PathParam("id") long id, Completion completion,
            @Context IfMatch ifMatch) {
        return activities.complete(Call.of(actor, ifMatch.version()), id, Objects.requireNonNullElse(completion, Completion.plain()));
    }

    @POST
    @Path("/{id: \\d+}/cancellation")
    public Answer<Activity> cancel(@Context Actor actor, @PathParam("id") long id, Cancellation cancellation,
            @Context IfMatch ifMatch) {
        return activities.cancel(Call.of(actor, ifMatch.version()), id, Objects.requireNonNullElse(cancellation, new Cancellation(null)));
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void delete(@Context Actor actor, @PathParam("id") long id, @Context IfMatch ifMatch) {
        activities.delete(Call.of(actor, ifMatch.version()), id);
    }
}
