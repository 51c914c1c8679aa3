package com.pivotino.crm.testclock.internal;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.rest.RestResource;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /test-clock}: what time it is for the product; administrators only. */
@Component(service = TestClockResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/test-clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TestClockResource {

    /** The time, and whether it stands still. */
    public record Time(Instant instant, boolean frozen) {
    }

    /** What to set; what is missing stays as it is. */
    public record Setting(Instant instant, Boolean frozen) {
    }

    private final SteeredTime time;

    @Activate
    public TestClockResource(@Reference TestClock clock) {
        this.time = clock.time();
    }

    @GET
    public Time get(@Context Actor actor) {
        actor.requireAdmin();
        return new Time(time.instant(), time.frozen());
    }

    @PUT
    public Time set(@Context Actor actor, Setting setting) {
        actor.requireAdmin();
        time.set(setting.instant(), setting.frozen());
        return get(actor);
    }
}
