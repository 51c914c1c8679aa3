package com.pivotino.crm.runtime.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.runtime.internal.plugin.PluginInfo;
import com.pivotino.crm.runtime.internal.wiring.OperationsComponent;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /plugins}: partners' plugins and their state, for administrators. */
@Component(service = PluginsResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/plugins")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginsResource {

    private final OperationsComponent operations;

    @Activate
    public PluginsResource(@Reference OperationsComponent operations) {
        this.operations = operations;
    }

    @GET
    public Page<PluginInfo> list(@Context Actor actor, @QueryParam("standard") @DefaultValue("false") boolean standard) {
        actor.requireAdmin();
        return new Page<>(operations.plugins().stream().filter(plugin -> standard || !plugin.standard()).toList(), null);
    }
}
