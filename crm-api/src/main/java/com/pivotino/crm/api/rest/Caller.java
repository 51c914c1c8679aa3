package com.pivotino.crm.api.rest;

import com.pivotino.crm.api.directory.Identity;

/**
 * The request as the server received it.
 *
 * @param identity      who, or null for a stranger
 * @param sessionCookie the session cookie's value, or null
 * @param remoteAddress the peer's address
 * @param secure        whether it came over TLS
 */
public record Caller(Identity identity, String sessionCookie, String remoteAddress, boolean secure) {
}
