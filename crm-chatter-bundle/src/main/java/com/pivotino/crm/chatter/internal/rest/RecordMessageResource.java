package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.MentionSuggestion;
import com.pivotino.crm.api.chatter.MessageService;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.RecipientPreview;
import com.pivotino.crm.api.rest.RestResource;
import java.net.URI;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /records/{type}/{id}}: writing on a record, and who gets it. */
@Component(service = RecordMessageResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/records/{type: [a-z][a-z0-9-]*}/{id: \\d+}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecordMessageResource {

    private final MessageService messages;

    @Activate
    public RecordMessageResource(@Reference MessageService messages) {
        this.messages = messages;
    }

    @POST
    @Path("/messages")
    public Response post(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id, NewMessage message) {
        Answer<FeedEntry> posted = messages.post(actor, new RecordRef(type, id), message);
        return Response.created(URI.create("messages/" + posted.value().id())).entity(posted).build();
    }

    @POST
    @Path("/recipients-preview")
    public RecipientPreview preview(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            NewMessage message) {
        return messages.preview(actor, new RecordRef(type, id), message);
    }

    @GET
    @Path("/mention-suggestions")
    public Page<MentionSuggestion> suggestions(@Context Actor actor, @PathParam("type") String type, @PathParam("id") long id,
            @QueryParam("q") String text) {
        return messages.suggestions(actor, new RecordRef(type, id), text);
    }
}
