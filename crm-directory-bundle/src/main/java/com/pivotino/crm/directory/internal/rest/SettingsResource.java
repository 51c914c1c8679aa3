package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.SettingsAdmin;
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

/** {@code /settings}. */
@Component(service = SettingsResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource {

    private final SettingsAdmin settings;

    @Activate
    public SettingsResource(@Reference DirectoryModule module) {
        settings = module.services().settings();
    }

    @GET
    public SettingsAnswer get(@Context Actor actor) {
        return SettingsAnswer.of(settings.versioned());
    }

    @PATCH
    public SettingsAnswer edit(@Context Actor actor, MergePatch patch, @Context IfMatch ifMatch) {
        return SettingsAnswer.of(settings.patch(actor, ifMatch.version(), patch));
    }
}
