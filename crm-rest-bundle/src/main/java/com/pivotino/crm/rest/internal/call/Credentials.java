package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.internal.Authenticator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a caller brings to be recognised by, now or again later.
 *
 * @param header  the Authorization header, or null; it comes before the cookie
 * @param cookie  the session cookie's value, or null
 * @param address the peer's address
 */
public record Credentials(String header, String cookie, String address) {

    /** Who it is; empty for a stranger and for wrong or ended credentials. */
    public Optional<Identity> by(Authenticator authenticator) {
        if (header == null) {
            return cookie == null ? Optional.empty() : authenticator.session(cookie);
        }
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
            return authenticator.apiKey(parts[1], address);
        }
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
            return basic(authenticator, parts[1]);
        }
        return Optional.empty();
    }

    private Optional<Identity> basic(Authenticator authenticator, String encoded) {
        if (!encoded.matches("[A-Za-z0-9+/]{0,2000}={0,2}")) {
            return Optional.empty();
        }
        String credentials = new String(Base64.getDecoder().decode(padded(encoded)), StandardCharsets.UTF_8);
        int colon = credentials.indexOf(':');
        return colon < 0 ? Optional.empty()
                : authenticator.basic(credentials.substring(0, colon), credentials.substring(colon + 1), address);
    }

    /** Base64 without a last lonely character, which no decoder takes. */
    private static String padded(String encoded) {
        String plain = encoded.replace("=", "");
        return plain.length() % 4 == 1 ? "" : plain;
    }
}
