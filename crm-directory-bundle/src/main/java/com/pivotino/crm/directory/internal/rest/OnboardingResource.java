package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.Onboarding;
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

/** {@code /onboarding}: the first-login questionnaire. */
@Component(service = OnboardingResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/onboarding")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OnboardingResource {

    private final Onboarding onboarding;

    @Activate
    public OnboardingResource(@Reference DirectoryModule module) {
        onboarding = module.services().onboarding();
    }

    @GET
    public Onboarding.Questionnaire get(@Context Actor actor, @Context ListQuery query) {
        return onboarding.get(actor, query);
    }

    @PUT
    public Onboarding.Questionnaire answer(@Context Actor actor, MergePatch answers, @Context IfMatch ifMatch) {
        return onboarding.put(actor, ifMatch.version(), answers);
    }
}
