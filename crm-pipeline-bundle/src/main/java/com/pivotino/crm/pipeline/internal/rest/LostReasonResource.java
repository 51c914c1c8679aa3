package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.NewLostReason;
import com.pivotino.crm.api.pipeline.ReasonAdoption;
import com.pivotino.crm.api.pipeline.ReasonProposal;
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

/** {@code /lost-reasons} (REST "Pipeline"). */
@Component(service = LostReasonResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/lost-reasons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LostReasonResource {
    private final LostReasonService reasons;

    @Activate
    public LostReasonResource(@Reference LostReasonService reasons) {
        this.reasons = reasons;
    }

    @GET
    public Page<LostReason> list(@Context Actor actor, @Context ListQuery query) {
        return reasons.list(actor, query);
    }

    @POST
    public Response create(@Context Actor actor, @Context Caller caller, NewLostReason what) {
        LostReason reason = reasons.create(Causes.of(actor, caller, null),
                Objects.requireNonNullElseGet(what, () -> new NewLostReason(null, null, null)));
        return Response.created(URI.create("lost-reasons/" + reason.id())).entity(reason).build();
    }

    @PATCH
    @Path("/{id: \\d{1,18}}")
    public LostReason update(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch,
            @PathParam("id") long id, MergePatch patch) {
        return reasons.update(Causes.of(actor, caller, ifMatch), id, patch);
    }

    @DELETE
    @Path("/{id: \\d{1,18}}")
    public void delete(@Context Actor actor, @Context Caller caller, @Context IfMatch ifMatch, @PathParam("id") long id) {
        reasons.delete(Causes.of(actor, caller, ifMatch), id);
    }

    @GET
    @Path("/proposals")
    public Page<ReasonProposal> proposals(@Context Actor actor, @Context ListQuery query) {
        return reasons.proposals(actor, query);
    }

    @POST
    @Path("/proposals/adoption")
    public LostReason adopt(@Context Actor actor, @Context Caller caller, ReasonAdoption adoption) {
        return reasons.adopt(Causes.of(actor, caller, null),
                Objects.requireNonNullElseGet(adoption, () -> new ReasonAdoption(null, null, null)));
    }
}
