package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.internal.Authenticator;
import java.util.Optional;

/** Recognises callers by what they bring. */
public final class DefaultAuthenticator implements Authenticator {

    private final Sessions sessions;
    private final ApiKeys keys;
    private final BasicCredentials basic;
    private final LoginRateLimiter brake;

    DefaultAuthenticator(Sessions sessions, ApiKeys keys, BasicCredentials basic, LoginRateLimiter brake) {
        this.sessions = sessions;
        this.keys = keys;
        this.basic = basic;
        this.brake = brake;
    }

    @Override
    public Optional<Identity> session(String cookieValue) {
        return sessions.find(cookieValue);
    }

    @Override
    public Optional<Identity> basic(String login, String password, String remoteAddress) {
        return basic.find(login, password, remoteAddress);
    }

    @Override
    public Optional<Identity> apiKey(String key, String remoteAddress) {
        Optional<Identity> identity = keys.find(key);
        if (identity.isEmpty()) {
            brake.takeOfAddress(remoteAddress);
        }
        return identity;
    }
}
