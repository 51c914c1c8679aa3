package com.pivotino.crm.api.internal;

import com.pivotino.crm.api.directory.Identity;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Recognises callers. Failed tries are counted per account and per address; beyond the limit
 * {@code CrmException rate_limited} with extra {@code retryAfter} (seconds). Verified Basic credentials and API keys
 * cost no password hash again.
 */
@ProviderType
public interface Authenticator {

    /** Name of the session cookie. */
    String COOKIE = "crm_session";

    /** The caller behind a session cookie; empty if it is unknown, expired or ended. */
    Optional<Identity> session(String cookieValue);

    /** The caller behind Basic credentials; empty if they are wrong. */
    Optional<Identity> basic(String login, String password, String remoteAddress);

    /** The caller behind an API key; empty if it is unknown or revoked. */
    Optional<Identity> apiKey(String key, String remoteAddress);
}
