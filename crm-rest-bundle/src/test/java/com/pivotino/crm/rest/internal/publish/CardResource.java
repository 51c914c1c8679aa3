package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RawBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** A resource with one of everything; package-private on purpose. */
@Path("/cards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
final class CardResource {

    record Card(long id, long version, String name, Money revenue, RecordRef record, PersonRef owner, NamedRef team, Role role,
            LocalDate closing, Instant at) implements Versioned {
    }

    record NewCard(String name, long stageId, Integer priority, Money revenue, RecordRef record, Role role, LocalDate closing,
            List<String> tags, Inner inner) {
    }

    record Inner(Boolean flag, PersonRef person) {
    }

    private static Card card(long id, String name) {
        return new Card(id, 3, name, new Money(new java.math.BigDecimal("1200.5"), "EUR"), RecordRef.opportunity(id),
                PersonRef.user(7), null, Role.SALESPERSON, LocalDate.of(2026, 6, 6), Instant.parse("2026-06-03T10:00:00Z"));
    }

    @GET
    public Page<Card> list(@Context ListQuery query) {
        query.allowing(Set.of("tag"));
        return new Page<>(List.of(card(1, String.join("+", query.all("tag")))), query.limit() == 1 ? "abc=" : null,
                query.count() ? 5L : null);
    }

    @POST
    public Response create(@Context Actor actor, NewCard input) {
        return Response.created(URI.create("cards/12")).entity(card(12, input.name() + " by " + actor.name())).build();
    }

    @GET
    @Path("/{id}")
    public Card get(@PathParam("id") long id, @QueryParam("day") LocalDate day) {
        if (id == 404) {
            throw CrmException.notFound("The card");
        }
        return card(id, "card " + day);
    }

    @PATCH
    @Path("/{id}")
    public Answer<Card> patch(@PathParam("id") long id, @Context IfMatch ifMatch, MergePatch patch) {
        patch.allowing(Set.of("name"), Set.of("id", "version"));
        if (ifMatch.version() != null && ifMatch.version() != 3) {
            throw CrmException.versionConflict(Map.of("current", card(id, "now")));
        }
        return new Answer<>(card(id, patch.text("name", 20)),
                List.of(new Effect("card.renamed", RecordRef.opportunity(id), "Renamed.")), "cause-1");
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") long id) {
        if (id == 500) {
            throw new IllegalStateException("secret of class com.example.Secret");
        }
    }

    @POST
    @Path("/{id}/won")
    public Answer<Card> won(@PathParam("id") long id, Inner input) {
        return new Answer<>(card(id, "won " + input.flag()), List.of(), "cause-2");
    }

    @POST
    @Path("/files")
    @Consumes("text/csv")
    @RawBody(maxBytes = 2 << 20)
    public Map<String, Object> upload(InputStream body) throws IOException {
        return Map.of("size", body.readAllBytes().length);
    }

    @POST
    @Path("/{id}/unsubscribe")
    @Consumes("*/*")
    @RawBody(maxBytes = 1024)
    @Anonymous
    public Map<String, Object> unsubscribe(@PathParam("id") long id, InputStream body) throws IOException {
        return Map.of("size", body.readAllBytes().length);
    }

    @GET
    @Path("/metrics")
    @Produces("text/plain; version=0.0.4")
    public String metrics() {
        return "cards 5\n";
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv")
    public Response export() {
        javax.ws.rs.core.StreamingOutput out = stream -> stream.write("a;b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Response.ok(out).header("Content-Disposition", "attachment; filename=cards.csv").build();
    }

    @GET
    @Path("/who")
    @Anonymous
    public Map<String, String> who(@Context Caller caller, @Context Actor actor) {
        return Map.of("who", actor == null ? "stranger" : actor.name(), "cookie", String.valueOf(caller.sessionCookie()));
    }

    @POST
    @Path("/login")
    @Anonymous
    public Response login(Map<String, Object> input) {
        return Response.ok(input).header("Set-Cookie", "a=1; HttpOnly").header("Set-Cookie", "b=2; HttpOnly").build();
    }
}
