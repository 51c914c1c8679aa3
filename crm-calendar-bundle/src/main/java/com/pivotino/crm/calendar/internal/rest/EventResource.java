package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.CalendarService;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.EventChange;
import com.pivotino.crm.api.calendar.EventWindow;
import com.pivotino.crm.api.calendar.Occurrence;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /events}. */
@Component(service = EventResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EventResource {

    private final CalendarService calendar;

    @Activate
    public EventResource(@Reference CalendarService calendar) {
        this.calendar = calendar;
    }

    /** What somebody answers to an invitation. */
    public record Reply(String answer, String recurrenceId) {
    }

    @GET
    public Page<Occurrence> list(@Context Actor actor, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("people") List<String> people, @QueryParam("record") String record) {
        return new Page<>(calendar.occurrences(actor, new EventWindow(Times.start("from", from, actor), Times.start("to", to, actor),
                Times.people(people), record == null ? null : RecordRef.parse(record))), null);
    }

    @POST
    public Response create(@Context Actor actor, MergePatch members) {
        Answer<Event> answer = calendar.create(actor, members);
        return Response.created(URI.create("events/" + answer.value().id())).entity(answer).build();
    }

    @GET
    @Path("/{id: \\d+}")
    public Event get(@Context Actor actor, @PathParam("id") long id, @QueryParam("recurrenceId") String recurrenceId) {
        return calendar.get(actor, id, recurrenceId);
    }

    @PATCH
    @Path("/{id: \\d+}")
    public Answer<Event> edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch, @QueryParam("scope") String scope,
            @QueryParam("recurrenceId") String recurrenceId, @QueryParam("confirmDiscard") boolean confirmDiscard,
            @QueryParam("includePast") boolean includePast, @Context IfMatch ifMatch) {
        return calendar.edit(Call.of(actor, ifMatch.version()), id, patch,
                new EventChange(RecurrenceScope.of(scope), recurrenceId, confirmDiscard, includePast));
    }

    @DELETE
    @Path("/{id: \\d+}")
    public void delete(@Context Actor actor, @PathParam("id") long id, @QueryParam("scope") String scope,
            @QueryParam("recurrenceId") String recurrenceId, @QueryParam("includePast") boolean includePast,
            @Context IfMatch ifMatch) {
        calendar.delete(Call.of(actor, ifMatch.version()), id,
                new EventChange(RecurrenceScope.of(scope), recurrenceId, false, includePast));
    }

    @POST
    @Path("/{id: \\d+}/answers")
    public Answer<Event> answer(@Context Actor actor, @PathParam("id") long id, Reply reply) {
        return calendar.answer(actor, id, reply == null ? null : reply.answer(), reply == null ? null : reply.recurrenceId());
    }
}
