package com.pivotino.crm.runtime.internal.health;

import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.CacheControl;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /health}: for load balancers and launchers. */
@Component(service = HealthResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    /** Whether the process answers at all. */
    public record Liveness(String status) {
    }

    private final HealthComponent health;

    @Activate
    public HealthResource(@Reference HealthComponent health) {
        this.health = health;
    }

    @GET
    @Path("/live")
    @Anonymous
    public Liveness live() {
        return new Liveness("live");
    }

    /** 200 if the product can work, else 503; the body names every check. */
    @GET
    @Path("/ready")
    @Anonymous
    public Response ready() {
        Readiness readiness = health.readiness();
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(readiness.ready() ? 200 : 503).header("Retry-After", readiness.ready() ? null : 2)
                .cacheControl(never).entity(readiness).build();
    }
}
