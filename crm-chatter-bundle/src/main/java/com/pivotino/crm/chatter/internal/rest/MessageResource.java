package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.MessageDetail;
import com.pivotino.crm.api.chatter.MessageService;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.chatter.internal.mail.out.Resending;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /messages}: one message or note. */
@Component(service = MessageResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/messages/{id: \\d+}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MessageResource {

    private final MessageService messages;
    private final Resending resending;

    @Activate
    public MessageResource(@Reference MessageService messages, @Reference Resending resending) {
        this.messages = messages;
        this.resending = resending;
    }

    @GET
    public MessageDetail get(@Context Actor actor, @PathParam("id") long id) {
        return messages.message(actor, id);
    }

    @PATCH
    public Answer<FeedEntry> edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch) {
        return messages.edit(actor, id, patch);
    }

    @DELETE
    public void delete(@Context Actor actor, @PathParam("id") long id) {
        messages.delete(actor, id);
    }

    @GET
    @Path("/deliveries")
    public Page<FeedEntry.Delivery> deliveries(@Context Actor actor, @PathParam("id") long id, @Context ListQuery query) {
        return messages.deliveries(actor, id, query);
    }

    @POST
    @Path("/resend")
    @Consumes(MediaType.WILDCARD)
    public Resending.Resent resend(@Context Actor actor, @PathParam("id") long id) {
        return resending.resend(actor, id);
    }
}
