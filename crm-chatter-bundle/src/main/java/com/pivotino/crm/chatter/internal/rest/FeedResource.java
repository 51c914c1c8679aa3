package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.FeedService;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /records/{type}/{id}/feed}. */
@Component(service = FeedResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/records/{type: [a-z][a-z0-9-]*}/{id: \\d+}/feed")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedResource {

    private final FeedService feeds;

    @Activate
    public FeedResource(@Reference FeedService feeds) {
        this.feeds = feeds;
    }

    @GET
    public Page<FeedEntry> feed(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @Context ListQuery query) {
        return feeds.feed(actor, new RecordRef(type, id), query);
    }
}
