package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.ContactMerging;
import com.pivotino.crm.directory.internal.service.ContactService;
import java.net.URI;
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

/** {@code /contacts}. */
@Component(service = ContactResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactResource {

    private final ContactService contacts;
    private final ContactMerging merging;

    @Activate
    public ContactResource(@Reference DirectoryModule module) {
        contacts = module.services().contacts();
        merging = module.services().merging();
    }

    @GET
    public Page<Contact> list(@Context Actor actor, @Context ListQuery query) {
        return contacts.list(query);
    }

    @POST
    public Response create(@Context Actor actor, MergePatch input) {
        Contact made = contacts.create(actor, input);
        return Response.created(URI.create("contacts/" + made.id())).entity(made).build();
    }

    @GET
    @Path("/{id: \\d+}")
    public Contact get(@Context Actor actor, @PathParam("id") long id) {
        return contacts.get(id);
    }

    @PATCH
    @Path("/{id: \\d+}")
    public Contact edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch, @Context IfMatch ifMatch) {
        return contacts.patch(actor, id, ifMatch.version(), patch);
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void delete(@Context Actor actor, @PathParam("id") long id, @Context IfMatch ifMatch) {
        contacts.delete(actor, id, ifMatch.version());
    }

    @POST
    @Path("/{id: \\d+}/merge")
    public Answer<Contact> merge(@Context Actor actor, @PathParam("id") long id, MergePatch input, @Context IfMatch ifMatch) {
        return merging.merge(actor, id, ifMatch.version(), input);
    }
}
