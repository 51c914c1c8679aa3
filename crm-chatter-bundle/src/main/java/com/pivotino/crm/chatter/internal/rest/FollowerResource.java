package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.FollowerService;
import com.pivotino.crm.api.chatter.FollowerService.Followed;
import com.pivotino.crm.api.chatter.NewFollower;
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

/** {@code /records/{type}/{id}/followers}. */
@Component(service = FollowerResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/records/{type: [a-z][a-z0-9-]*}/{id: \\d+}/followers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FollowerResource {

    private final FollowerService followers;

    @Activate
    public FollowerResource(@Reference FollowerService followers) {
        this.followers = followers;
    }

    @GET
    public Page<Follower> list(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @Context ListQuery query) {
        return followers.list(actor, new RecordRef(type, id), query);
    }

    @POST
    public Response follow(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            NewFollower follower) {
        Followed followed = followers.follow(actor, new RecordRef(type, id),
                Objects.requireNonNullElse(follower, new NewFollower(null, null)));
        URI place = URI.create("records/" + type + "/" + id + "/followers/" + followed.follower().id());
        return (followed.created() ? Response.created(place) : Response.ok()).entity(followed.follower()).build();
    }

    @PATCH
    @Path("/{followerId: \\d+}")
    public Follower edit(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @PathParam("followerId") long followerId, MergePatch patch) {
        return followers.edit(actor, new RecordRef(type, id), followerId, patch);
    }

    @POST
    @Path("/{followerId: \\d+}/access")
    public FollowerService.Access access(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @PathParam("followerId") long followerId) {
        return followers.access(actor, new RecordRef(type, id), followerId);
    }

    @DELETE
    @Path("/{followerId: \\d+}/access")
    public void revokeAccess(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @PathParam("followerId") long followerId) {
        followers.revokeAccess(actor, new RecordRef(type, id), followerId);
    }

    @GET
    @Path("/{followerId: \\d+}/views")
    public Page<FollowerService.View> views(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @PathParam("followerId") long followerId, @Context ListQuery query) {
        return followers.views(actor, new RecordRef(type, id), followerId, query);
    }

    @DELETE
    @Path("/{followerId: \\d+}")
    public void unfollow(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @PathParam("followerId") long followerId) {
        followers.unfollow(actor, new RecordRef(type, id), followerId);
    }
}
