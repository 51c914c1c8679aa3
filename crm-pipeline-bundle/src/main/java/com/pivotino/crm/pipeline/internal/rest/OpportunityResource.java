package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.pipeline.Duplicates;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityBulkService;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.OpportunitySummary;
import com.pivotino.crm.api.pipeline.ReportService;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import java.net.URI;
import java.util.Objects;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /opportunities} (REST "Pipeline"). */
@Component(service = OpportunityResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/opportunities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OpportunityResource {
    private final OpportunityService opportunities;
    private final ReportService reports;
    private final OpportunityBulkService many;

    @Activate
    public OpportunityResource(@Reference OpportunityService opportunities, @Reference ReportService reports,
            @Reference OpportunityBulkService many) {
        this.opportunities = opportunities;
        this.reports = reports;
        this.many = many;
    }

    @GET
    public Page<Opportunity> list(@Context Actor actor, @Context ListQuery query) {
        return opportunities.list(actor, query);
    }

    @POST
    public Response create(@Context Actor actor, @Context Caller caller, NewOpportunity what) {
        Answer<Opportunity> answer = opportunities.create(Causes.of(actor, caller, null),
                Objects.requireNonNullElseGet(what, () -> NewOpportunity.named(null)));
        return Response.created(URI.create("opportunities/" + answer.value().id())).entity(answer).build();
    }

    @GET
    @Path("/summary")
    public OpportunitySummary summary(@Context Actor actor, @Context ListQuery query) {
        return reports.summary(actor, query);
    }

    @GET
    @Path("/duplicates")
    public Duplicates duplicates(@Context Actor actor, @Context ListQuery query) {
        return reports.duplicates(actor, query);
    }

    @GET
    @Path("/{id: \\d{1,18}}")
    public Opportunity get(@Context Actor actor, @PathParam("id") long id) {
        return opportunities.get(actor, id);
    }

    @PATCH
    @Path("/{id: \\d{1,18}}")
    public Answer<Opportunity> update(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch,
            @PathParam("id") long id, MergePatch patch) {
        return opportunities.update(Causes.of(actor, caller, ifMatch), id, patch);
    }

    @DELETE
    @Path("/{id: \\d{1,18}}")
    public void delete(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch, @PathParam("id") long id) {
        opportunities.delete(Causes.of(actor, caller, ifMatch), id);
    }

    @POST
    @Path("/{id: \\d{1,18}}/stage-moves")
    public Answer<Opportunity> move(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch,
            @PathParam("id") long id, MoveRequest body) {
        MoveRequest move = Objects.requireNonNullElseGet(body, MoveRequest::nowhere);
        return opportunities.move(Causes.of(actor, caller, ifMatch, move), id, move);
    }

    @POST
    @Path("/{id: \\d{1,18}}/won")
    public Answer<Opportunity> win(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch,
            @PathParam("id") long id, WonRequest body) {
        return opportunities.win(Causes.of(actor, caller, ifMatch), id,
                Objects.requireNonNullElseGet(body, () -> new WonRequest(null)));
    }

    @POST
    @Path("/{id: \\d{1,18}}/lost")
    public Answer<Opportunity> lose(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch,
            @PathParam("id") long id, LostRequest body) {
        return opportunities.lose(Causes.of(actor, caller, ifMatch), id,
                Objects.requireNonNullElseGet(body, () -> new LostRequest(null, null, null, null)));
    }

    @POST
    @Path("/{id: \\d{1,18}}/restoration")
    public Answer<Opportunity> restore(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch,
            @PathParam("id") long id, RestoreRequest body) {
        return opportunities.restore(Causes.of(actor, caller, ifMatch), id,
                Objects.requireNonNullElseGet(body, () -> new RestoreRequest(null)));
    }

    @POST
    @Path("/bulk")
    public Answer<BulkReport> bulk(@Context Actor actor, @Context Caller caller, MergePatch what) {
        return many.bulk(Causes.of(actor, caller, null), BulkRequest.of(what));
    }

    @GET
    @Path("/{id: \\d{1,18}}/history")
    public Page<HistoryEntry> history(@Context Actor actor, @PathParam("id") long id) {
        return new Page<>(opportunities.history(actor, id), null);
    }
}
