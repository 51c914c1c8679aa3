package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.ProfileService;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /me}: one's own account. */
@Component(service = MeResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeResource {

    private final ProfileService profiles;

    @Activate
    public MeResource(@Reference DirectoryModule module) {
        profiles = module.services().profiles();
    }

    @GET
    public OwnAccount get(@Context Actor actor) {
        return OwnAccount.of(profiles.get(actor));
    }

    @PATCH
    public OwnAccount edit(@Context Actor actor, @Context Caller caller, MergePatch patch, @Context IfMatch ifMatch) {
        return OwnAccount.of(profiles.patch(actor, ifMatch.version(), patch, caller.sessionCookie()));
    }
}
