package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.calendar.CalendarFeed;
import com.pivotino.crm.api.calendar.CalendarFeedService;
import com.pivotino.crm.api.rest.RestResource;
import java.net.URI;
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
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /calendar-feeds}: the caller's own. */
@Component(service = CalendarFeedResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CalendarFeedResource {

    private final CalendarFeedService feeds;

    @Activate
    public CalendarFeedResource(@Reference CalendarFeedService feeds) {
        this.feeds = feeds;
    }

    /** What feed is wanted. */
    public record NewFeed(String kind, Long teamId) {
    }

    @GET
    public Page<CalendarFeed> list(@Context Actor actor, @Context ListQuery query) {
        return feeds.list(actor, query);
    }

    @POST
    public Response create(@Context Actor actor, @Context UriInfo uri, NewFeed feed) {
        CalendarFeed made = feeds.create(actor, feed == null ? null : feed.kind(), feed == null ? null : feed.teamId());
        String url = uri.getBaseUri().resolve(made.url()).toString();
        return Response.created(URI.create("calendar-feeds/" + made.id()))
                .entity(new CalendarFeed(made.id(), made.kind(), made.team(), made.createdAt(), url)).build();
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void delete(@Context Actor actor, @PathParam("id") long id) {
        feeds.delete(actor, id);
    }
}
