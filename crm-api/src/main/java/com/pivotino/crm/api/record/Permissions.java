package com.pivotino.crm.api.record;

/**
 * The caller's permissions on a record; the {@code can} member of answers. The server checks again when the act is done.
 *
 * @param edit   whether the caller may change it
 * @param delete whether the caller may delete it
 */
public record Permissions(boolean edit, boolean delete) {
}
