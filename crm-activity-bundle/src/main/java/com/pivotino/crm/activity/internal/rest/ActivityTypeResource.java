package com.pivotino.crm.activity.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.activity.ActivityType;
import com.pivotino.crm.api.activity.ActivityTypeService;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import java.net.URI;
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

/** {@code /activity-types}. */
@Component(service = ActivityTypeResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/activity-types")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ActivityTypeResource {

    private final ActivityTypeService types;

    @Activate
    public ActivityTypeResource(@Reference ActivityTypeService types) {
        this.types = types;
    }

    @GET
    public Page<ActivityType> list(@Context ListQuery query) {
        return types.list(query);
    }

    @POST
    public Response create(@Context Actor actor, MergePatch members) {
        ActivityType type = types.create(actor, members);
        return Response.created(URI.create("activity-types/" + type.id())).entity(type).build();
    }

    @PATCH
    @Path("/{id: \\d+}")
    public ActivityType edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch,
            @Context IfMatch ifMatch) {
        return types.edit(Call.of(actor, ifMatch.version()), id, patch);
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void delete(@Context Actor actor, @PathParam("id") long id, @Context IfMatch ifMatch) {
        types.delete(Call.of(actor, ifMatch.version()), id);
    }
}
