package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.chatter.internal.mail.in.MailAssignment;
import com.pivotino.crm.chatter.internal.mail.in.Quarantine;
import com.pivotino.crm.chatter.internal.mail.in.QuarantinedMail;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /mail/quarantine}: mail that came in and waits for an administrator. */
@Component(service = MailQuarantineResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/mail/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MailQuarantineResource {

    private final Quarantine quarantine;

    @Activate
    public MailQuarantineResource(@Reference Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GET
    public Page<QuarantinedMail> list(@Context Actor actor, @Context ListQuery query) {
        return quarantine.list(actor, query);
    }

    @POST
    @Path("/{id: \\d+}/assignment")
    public FeedEntry assign(@Context Actor actor, @PathParam("id") long id, MailAssignment assignment) {
        return quarantine.assign(actor, id, assignment == null ? null : assignment.record());
    }
}
