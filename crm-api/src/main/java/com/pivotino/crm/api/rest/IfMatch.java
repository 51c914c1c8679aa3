package com.pivotino.crm.api.rest;

/**
 * The {@code If-Match} header.
 *
 * @param version the version that the caller knows, or null if none was sent
 */
public record IfMatch(Long version) {
}
