package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.rest.internal.http.TrustedProxies;

/** What a call needs of other bundles, any of which may be away: then the call is 503 {@code unavailable}. */
public interface Services {

    /** Null while it is away. */
    Authenticator authenticator();

    /** Null while it is away. */
    RequestTransactions transactions();

    /** Null while the database is away. */
    IdempotencyStore once();

    /** Whose word on callers is taken. */
    default TrustedProxies proxies() {
        return TrustedProxies.NONE;
    }

    /** The service, or the refusal that it is away. */
    static <T> T present(T service) {
        if (service == null) {
            throw CrmException.unavailable("This part is not available at the moment. Try again shortly.", null);
        }
        return service;
    }
}
