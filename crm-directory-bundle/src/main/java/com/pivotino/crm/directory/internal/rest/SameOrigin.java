package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.CrmException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import javax.ws.rs.core.HttpHeaders;

/**
 * Refuses a sign-in that a page of another site makes the browser send: it would sign the victim in as the attacker.
 * Browsers say where a request comes from; other clients say nothing and need not.
 */
final class SameOrigin {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private SameOrigin() {
    }

    static void require(HttpHeaders headers) {
        String site = headers.getHeaderString("Sec-Fetch-Site");
        String origin = headers.getHeaderString("Origin");
        boolean own = site != null ? OWN_SITES.contains(site)
                : origin == null || isHost(origin, headers.getHeaderString(HttpHeaders.HOST));
        if (!own) {
            throw CrmException.forbidden("Signing in is possible from the product's own pages only.");
        }
    }

    private static boolean isHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(new URI(origin).getAuthority());
        } catch (URISyntaxException e) {
            throw new CrmException(CrmException.Kind.FORBIDDEN, "forbidden", "The origin is not valid.",
                    java.util.List.of(), java.util.Map.of(), e);
        }
    }
}
