package com.pivotino.crm.rest.internal.openapi;

import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.module.ModuleInfo;
import com.pivotino.crm.api.module.ModuleRegistry;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /modules}: which bundles are there, so that a client shows only what it can use. */
@Component(service = ModulesResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {

    private final ModuleRegistry modules;

    @Activate
    public ModulesResource(@Reference ModuleRegistry modules) {
        this.modules = modules;
    }

    @GET
    public Page<ModuleInfo> list() {
        return new Page<>(modules.modules(), null);
    }
}
