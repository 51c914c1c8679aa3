package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.attachment.Attachment;
import com.pivotino.crm.api.attachment.AttachmentService;
import com.pivotino.crm.api.attachment.AttachmentService.Content;
import com.pivotino.crm.api.rest.RawBody;
import com.pivotino.crm.api.rest.RestResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /attachments}: the body is the file. What goes out is never shown by a browser in our name, only saved. */
@Component(service = AttachmentResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/attachments")
public final class AttachmentResource {

    static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final AttachmentService attachments;

    @Activate
    public AttachmentResource(@Reference AttachmentService attachments) {
        this.attachments = attachments;
    }

    /** The highest value of the setting {@code attachmentLimitMb} is the limit here; the service knows the one of now. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RawBody(maxBytes = 1024L << 20)
    public Response upload(@Context Actor actor, @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        Attachment made = attachments.upload(actor, name, type, body);
        return Response.created(URI.create("attachments/" + made.id())).entity(made).build();
    }

    @GET
    @Path("/{id: \\d+}")
    @Produces(MediaType.WILDCARD)
    public Response download(@Context Actor actor, @PathParam("id") long id, @Context Request request,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) throws IOException {
        Content content = attachments.open(actor, id);
        Attachment file = content.attachment();
        String etag = "\"" + file.sha256() + "\"";
        if (known != null && (known.strip().equals("*") || known.contains(etag))) {
            content.stream().close();
            return Response.notModified().header(HttpHeaders.ETAG, etag).build();
        }
        boolean headOnly = "HEAD".equals(request.getMethod());
        if (headOnly) {
            content.stream().close();
        }
        StreamingOutput body = out -> {
            try (InputStream stream = content.stream()) {
                stream.transferTo(out);
            }
        };
        return Response.ok(headOnly ? null : body, file.type()).header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()))
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", SANDBOX).build();
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void delete(@Context Actor actor, @PathParam("id") long id) {
        attachments.delete(actor, id);
    }

    /** RFC 6266: the name in ASCII for old clients, and in UTF-8 for all others. */
    static String disposition(String name) {
        String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
