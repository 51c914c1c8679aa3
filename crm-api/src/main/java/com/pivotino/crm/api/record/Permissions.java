package com.pivotino.crm.api.record;

/**
 * What the caller may do with a record; the {@code can} member of answers. The server asks again when it is done.
 *
 * @param edit   whether the caller may change it
 * @param delete whether the caller may delete it
 */
public record Permissions(boolean edit, boolean delete) {
}
