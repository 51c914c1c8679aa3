package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.mail.MailStatus;
import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.PasswordResets;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code /password-resets}: a forgotten password. */
@Component(service = PasswordResetResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/password-resets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasswordResetResource {

    private static final int LONGEST = 1000;

    private final PasswordResets resets;

    /** Null while no bundle sends mail. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile MailStatus mail;

    @Activate
    public PasswordResetResource(@Reference DirectoryModule module) {
        resets = module.services().resets();
    }

    @POST
    @Anonymous
    public Response ask(@Context Caller caller, @Context HttpHeaders headers, MergePatch input) {
        SameOrigin.require(headers);
        input.allowing(Set.of("login"), Set.of());
        boolean mailed = resets.ask(input.text("login", LONGEST), caller.remoteAddress(), mail);
        return Response.status(Response.Status.ACCEPTED).entity(Map.of("mail", mailed)).build();
    }

    @POST
    @Path("/{token}")
    @Anonymous
    public void redeem(@Context Caller caller, @Context HttpHeaders headers, @PathParam("token") String token, MergePatch input) {
        SameOrigin.require(headers);
        input.allowing(Set.of("password"), Set.of());
        resets.redeem(token, input.exactText("password", LONGEST), caller.remoteAddress());
    }
}
