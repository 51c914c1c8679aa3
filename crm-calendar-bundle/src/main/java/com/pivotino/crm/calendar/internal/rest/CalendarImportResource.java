package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.calendar.CalendarFeedService;
import com.pivotino.crm.api.calendar.ImportReport;
import com.pivotino.crm.api.rest.RawBody;
import com.pivotino.crm.api.rest.RestResource;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /calendar-imports}: the body is the calendar. */
@Component(service = CalendarImportResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/calendar-imports")
public final class CalendarImportResource {

    private final CalendarFeedService feeds;

    @Activate
    public CalendarImportResource(@Reference CalendarFeedService feeds) {
        this.feeds = feeds;
    }

    @POST
    @Consumes("text/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    @RawBody(maxBytes = 5L << 20)
    public ImportReport take(@Context Actor actor, InputStream calendar) {
        return feeds.importCalendar(actor, calendar);
    }
}
