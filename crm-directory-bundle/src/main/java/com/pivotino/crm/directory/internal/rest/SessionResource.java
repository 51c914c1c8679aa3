package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.domain.KnownDevice;
import com.pivotino.crm.directory.internal.domain.Session;
import com.pivotino.crm.directory.internal.service.BrowserSignIn;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /session}: a browser signs in and out. Only JSON is taken, which no foreign page's form can send. */
@Component(service = SessionResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private static final String ATTRIBUTES = "; HttpOnly; SameSite=Lax";
    private static final int LONGEST = 1000;
    /** Of a browser in which somebody has signed in before. */
    private static final String DEVICE = "crm_device";

    private final BrowserSignIn browser;

    @Activate
    public SessionResource(@Reference DirectoryModule module) {
        browser = module.services().browser();
    }

    @POST
    @Anonymous
    public Response open(@Context Caller caller, @Context HttpHeaders headers,
            @CookieParam(Authenticator.COOKIE) String oldToken, @CookieParam(DEVICE) String device, MergePatch input) {
        SameOrigin.require(headers);
        input.allowing(Set.of("login", "password"), Set.of());
        BrowserSignIn.Opened opened = browser.open(input.text("login", LONGEST), input.exactText("password", LONGEST),
                caller.remoteAddress(), oldToken, device);
        return answer(opened.token(), Session.LONGEST.toSeconds(), caller)
                .header(HttpHeaders.SET_COOKIE, cookie(DEVICE, opened.device(), KnownDevice.KEPT.toSeconds(), "/api/session", caller))
                .entity(opened.info()).build();
    }

    @GET
    public Response who(@Context Caller caller) {
        return Response.ok(browser.info(caller.identity())).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @DELETE
    public Response close(@Context Actor actor, @Context Caller caller) {
        if (caller.sessionCookie() != null) {
            browser.close(caller.sessionCookie());
        }
        return answer("", 0, caller).status(Response.Status.NO_CONTENT).build();
    }

    private static Response.ResponseBuilder answer(String token, long seconds, Caller caller) {
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.SET_COOKIE,
                cookie(Authenticator.COOKIE, token, seconds, "/", caller));
    }

    private static String cookie(String name, String value, long seconds, String path, Caller caller) {
        return name + "=" + value + "; Max-Age=" + seconds + "; Path=" + path + ATTRIBUTES + (caller.secure() ? "; Secure" : "");
    }
}
