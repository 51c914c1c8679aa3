package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.rest.internal.http.TrustedProxies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Recognises the caller before a byte of the body is read; strangers pass at {@link Anonymous} methods only. */
public final class CallerFilter implements ContainerRequestFilter {

    private static final String CSRF_HEADER = "X-CSRF-Token";

    private final Services services;

    CallerFilter(Services services) {
        this.services = services;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        Request request = new Request(message);
        boolean anonymous = message.getExchange().get(OperationResourceInfo.class).getAnnotatedMethod()
                .isAnnotationPresent(Anonymous.class);
        HttpServletRequest http = request.http();
        TrustedProxies.Origin origin = services.proxies().of(http);
        String cookie = http.getHeader("Authorization") == null ? cookie(http) : null;
        Identity identity = identity(http, cookie, anonymous, origin.address()).orElse(null);
        if (identity == null && !anonymous) {
            throw new CrmException(CrmException.Kind.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
        }
        if (identity != null && identity.csrfToken() != null && request.changes()
                && !same(identity.csrfToken(), http.getHeader(CSRF_HEADER))) {
            if (!anonymous) {
                throw CrmException.forbidden("A changing call with the session cookie needs the session's csrfToken as "
                        + CSRF_HEADER + "; GET /api/session tells it.");
            }
            identity = null;
            cookie = null;
        }
        message.put(Caller.class, new Caller(identity, cookie, origin.address(), origin.secure()));
    }

    private Optional<Identity> identity(HttpServletRequest http, String cookie, boolean anonymous, String address) {
        String header = http.getHeader("Authorization");
        if (header == null && cookie == null || anonymous && services.authenticator() == null) {
            return Optional.empty();
        }
        return new Credentials(header, cookie, address).by(Services.present(services.authenticator()));
    }

    private static String cookie(HttpServletRequest http) {
        for (Cookie cookie : http.getCookies() == null ? new Cookie[0] : http.getCookies()) {
            if (cookie.getName().equals(Authenticator.COOKIE) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static boolean same(String token, String sent) {
        return sent != null && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
