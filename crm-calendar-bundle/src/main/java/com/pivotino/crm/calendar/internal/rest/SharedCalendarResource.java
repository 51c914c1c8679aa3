package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.calendar.CalendarFeedService;
import com.pivotino.crm.api.calendar.Invitation;
import com.pivotino.crm.api.calendar.InvitationService;
import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /calendar}: what people reach by a secret or signed link, without signing in. */
@Component(service = SharedCalendarResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/calendar")
public final class SharedCalendarResource {

    private final CalendarFeedService feeds;
    private final InvitationService invitations;

    @Activate
    public SharedCalendarResource(@Reference CalendarFeedService feeds, @Reference InvitationService invitations) {
        this.feeds = feeds;
        this.invitations = invitations;
    }

    /** What somebody answers to an invitation. */
    public record Reply(String answer, String recurrenceId) {
    }

    @GET
    @Anonymous
    @Path("/{secret: [\\w-]{20,100}}.ics")
    @Produces("text/calendar")
    public Response feed(@PathParam("secret") String secret, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        CalendarFeedService.Content content = feeds.read(secret);
        String etag = "\"" + content.etag() + "\"";
        boolean same = known != null && (known.strip().equals("*") || known.contains(etag));
        return (same ? Response.notModified() : Response.ok(content.calendar(), "text/calendar; charset=utf-8"))
                .header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Referrer-Policy", "no-referrer").build();
    }

    @GET
    @Anonymous
    @Path("/answers/{token: [\\w-]{1,60}}")
    @Produces(MediaType.APPLICATION_JSON)
    public Invitation invitation(@PathParam("token") String token, @Context HttpHeaders headers) {
        return invitations.show(token, headers.getAcceptableLanguages().get(0));
    }

    @POST
    @Anonymous
    @Path("/answers/{token: [\\w-]{1,60}}")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public Invitation answer(@PathParam("token") String token, Reply reply, @Context HttpHeaders headers) {
        return invitations.answer(token, reply == null ? null : reply.answer(), reply == null ? null : reply.recurrenceId(),
                headers.getAcceptableLanguages().get(0));
    }
}
