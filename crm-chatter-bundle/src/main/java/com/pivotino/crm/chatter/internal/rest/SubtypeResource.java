package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.rest.RestResource;
import java.util.Arrays;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Component;

/** {@code /subtypes}. */
@Component(service = SubtypeResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/subtypes")
@Produces(MediaType.APPLICATION_JSON)
public final class SubtypeResource {

    @GET
    public Page<Subtype.Description> list() {
        return new Page<>(Arrays.stream(Subtype.values()).map(Subtype::describe).toList(), null);
    }
}
