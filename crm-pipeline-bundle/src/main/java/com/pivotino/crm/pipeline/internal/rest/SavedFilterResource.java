package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.pipeline.NewSavedFilter;
import com.pivotino.crm.api.pipeline.SavedFilter;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.pipeline.internal.service.PipelineCore;
import com.pivotino.crm.pipeline.internal.service.SavedFilterService;
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

/** {@code /saved-filters}: the caller's own. */
@Component(service = SavedFilterResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/saved-filters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SavedFilterResource {
    private final SavedFilterService filters;

    @Activate
    public SavedFilterResource(@Reference PipelineCore core) {
        this.filters = new SavedFilterService(core);
    }

    @GET
    public Page<SavedFilter> list(@Context Actor actor, @Context ListQuery query) {
        return filters.list(actor, query);
    }

    @POST
    public Response create(@Context Actor actor, @Context Caller caller, NewSavedFilter what) {
        SavedFilter made = filters.create(Causes.of(actor, caller, null),
                Objects.requireNonNullElseGet(what, () -> new NewSavedFilter(null, null, null, null, null)));
        return Response.created(URI.create("saved-filters/" + made.id())).entity(made).build();
    }

    @PATCH
    @Path("/{id: \\d{1,18}}")
    public SavedFilter update(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch,
            @PathParam("id") long id, MergePatch patch) {
        return filters.update(Causes.of(actor, caller, ifMatch), id, patch);
    }

    @DELETE
    @Path("/{id: \\d{1,18}}")
    public void delete(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch, @PathParam("id") long id) {
        filters.delete(Causes.of(actor, caller, ifMatch), id);
    }
}
