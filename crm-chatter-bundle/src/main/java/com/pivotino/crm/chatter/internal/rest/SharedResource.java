package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.attachment.AttachmentService.Content;
import com.pivotino.crm.api.chatter.SharedService;
import com.pivotino.crm.api.chatter.SharedView;
import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.RestResource;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /shared/{token}}: the view of followers outside, without login. The token is the permission. */
@Component(service = SharedResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/shared/{token: [A-Za-z0-9_-]+}")
@Produces(MediaType.APPLICATION_JSON)
public final class SharedResource {

    private final SharedService shared;

    @Activate
    public SharedResource(@Reference SharedService shared) {
        this.shared = shared;
    }

    @GET
    @Anonymous
    public SharedView view(@PathParam("token") String token, @Context ListQuery query) {
        return shared.view(token, query);
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Anonymous
    public Response post(@PathParam("token") String token, SharedService.Answer answer) {
        return Response.status(Response.Status.CREATED).entity(shared.post(token, answer)).build();
    }

    /** Also what mail programs call for one-click unsubscription (RFC 8058); they send a form that says nothing more. */
    @POST
    @Path("/unsubscribe")
    @Consumes(MediaType.WILDCARD)
    @com.pivotino.crm.api.rest.RawBody(maxBytes = 1024)
    @Anonymous
    public void unsubscribe(@PathParam("token") String token, InputStream ignored) {
        shared.unsubscribe(token);
    }

    @GET
    @Path("/attachments/{id: \\d+}")
    @Produces(MediaType.WILDCARD)
    @Anonymous
    public Response attachment(@PathParam("token") String token, @PathParam("id") long id) {
        Content content = shared.attachment(token, id);
        StreamingOutput body = out -> {
            try (InputStream stream = content.stream()) {
                stream.transferTo(out);
            }
        };
        return Response.ok(body, content.attachment().type()).header(HttpHeaders.CONTENT_LENGTH, content.attachment().size())
                .header(HttpHeaders.CONTENT_DISPOSITION, AttachmentResource.disposition(content.attachment().name()))
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", AttachmentResource.SANDBOX).build();
    }
}
