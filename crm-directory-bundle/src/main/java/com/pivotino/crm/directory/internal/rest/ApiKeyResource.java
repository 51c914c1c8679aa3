package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.ApiKeys;
import java.net.URI;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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

/** {@code /api-keys}: the caller's own. */
@Component(service = ApiKeyResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApiKeyResource {

    private final ApiKeys keys;

    @Activate
    public ApiKeyResource(@Reference DirectoryModule module) {
        keys = module.services().keys();
    }

    @GET
    public Page<ApiKeys.Listed> list(@Context Actor actor, @Context ListQuery query) {
        return keys.list(actor, query);
    }

    @POST
    public Response create(@Context Actor actor, MergePatch input) {
        input.allowing(Set.of("name"), Set.of("id", "createdAt", "lastUsedAt", "key"));
        ApiKeys.Made made = keys.create(actor, input.requiredText("name", 100));
        return Response.created(URI.create("api-keys/" + made.id())).entity(made).header("Cache-Control", "no-store").build();
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void revoke(@Context Actor actor, @PathParam("id") long id) {
        keys.revoke(actor, id);
    }
}
