package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.UserService;
import java.net.URI;
import java.util.Set;
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

/** {@code /users}. */
@Component(service = UserResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserResource {

    private final UserService users;

    @Activate
    public UserResource(@Reference DirectoryModule module) {
        users = module.services().users();
    }

    @GET
    public Page<User> list(@Context Actor actor, @Context ListQuery query) {
        return users.list(query);
    }

    @POST
    public Response create(@Context Actor actor, MergePatch input) {
        User made = users.create(actor, input);
        return Response.created(URI.create("users/" + made.id())).entity(made).build();
    }

    @GET
    @Path("/{id: \\d+}")
    public User get(@Context Actor actor, @PathParam("id") long id) {
        return users.get(id);
    }

    @PATCH
    @Path("/{id: \\d+}")
    public Answer<User> edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch, @Context IfMatch ifMatch) {
        return users.patch(actor, id, ifMatch.version(), patch);
    }

    @POST
    @Path("/{id: \\d+}/deactivation")
    public Answer<User> deactivate(@Context Actor actor, @PathParam("id") long id, MergePatch input) {
        input.allowing(Set.of("reassignTo"), Set.of());
        return users.deactivate(actor, id, input.number("reassignTo"));
    }
}
