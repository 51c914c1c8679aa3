package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.TeamService;
import java.net.URI;
import javax.ws.rs.Consumes;
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

/** {@code /teams}. */
@Component(service = TeamResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TeamResource {

    private final TeamService teams;

    @Activate
    public TeamResource(@Reference DirectoryModule module) {
        teams = module.services().teams();
    }

    @GET
    public Page<Team> list(@Context Actor actor, @Context ListQuery query) {
        return teams.list(query);
    }

    @POST
    public Response create(@Context Actor actor, MergePatch input) {
        Team made = teams.create(actor, input);
        return Response.created(URI.create("teams/" + made.id())).entity(made).build();
    }

    @GET
    @Path("/{id: \\d+}")
    public Team get(@Context Actor actor, @PathParam("id") long id) {
        return teams.get(id);
    }

    @PATCH
    @Path("/{id: \\d+}")
    public Team edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch, @Context IfMatch ifMatch) {
        return teams.patch(actor, id, ifMatch.version(), patch);
    }
}
