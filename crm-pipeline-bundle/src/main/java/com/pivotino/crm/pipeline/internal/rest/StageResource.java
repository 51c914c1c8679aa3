package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageService;
import com.pivotino.crm.api.rest.Caller;
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

/** {@code /stages} (REST "Pipeline"). */
@Component(service = StageResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/stages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StageResource {
    private final StageService stages;

    @Activate
    public StageResource(@Reference StageService stages) {
        this.stages = stages;
    }

    @GET
    public Page<Stage> list(@Context Actor actor, @Context ListQuery query) {
        return stages.list(actor, query);
    }

    @POST
    public Response create(@Context Actor actor, @Context Caller caller, NewStage what) {
        Stage stage = stages.create(Causes.of(actor, caller, null),
                Objects.requireNonNullElseGet(what, () -> new NewStage(null, null, null, null, null, null, null)));
        return Response.created(URI.create("stages/" + stage.id())).entity(stage).build();
    }

    @GET
    @Path("/{id: \\d{1,18}}")
    public Stage get(@Context Actor actor, @PathParam("id") long id) {
        return stages.get(actor, id);
    }

    @PATCH
    @Path("/{id: \\d{1,18}}")
    public Stage update(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch, @PathParam("id") long id,
            MergePatch patch) {
        return stages.update(Causes.of(actor, caller, ifMatch), id, patch);
    }

    @DELETE
    @Path("/{id: \\d{1,18}}")
    public void delete(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch, @PathParam("id") long id,
            @QueryParam("targetStageId") Long targetStageId) {
        stages.delete(Causes.of(actor, caller, ifMatch), id, targetStageId);
    }
}
