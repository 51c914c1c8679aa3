package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.chatter.FollowerTemplate;
import com.pivotino.crm.api.chatter.FollowerTemplateService;
import com.pivotino.crm.api.rest.RestResource;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /follower-templates}: what people of a role hear of when they are made followers. */
@Component(service = FollowerTemplateResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/follower-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FollowerTemplateResource {

    private final FollowerTemplateService templates;

    @Activate
    public FollowerTemplateResource(@Reference FollowerTemplateService templates) {
        this.templates = templates;
    }

    /** What a role is to hear of. */
    public record Choice(List<String> subtypes) {
    }

    @GET
    public Page<FollowerTemplate> list(@Context Actor actor) {
        return new Page<>(templates.list(actor), null);
    }

    @PUT
    @Path("/{role: [a-z]{1,20}}")
    public FollowerTemplate choose(@Context Actor actor, @PathParam("role") String role, Choice choice) {
        return templates.choose(actor, role, choice == null ? null : choice.subtypes());
    }

    @DELETE
    @Path("/{role: [a-z]{1,20}}")
    public void reset(@Context Actor actor, @PathParam("role") String role) {
        templates.reset(actor, role);
    }
}
