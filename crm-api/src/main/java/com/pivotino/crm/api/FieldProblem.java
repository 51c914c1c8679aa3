package com.pivotino.crm.api;

/**
 * A problem with one member of the input.
 *
 * @param field   the member, dotted if nested, as the caller wrote it
 * @param code    stable, lower case with underscores
 * @param message one sentence for a person
 */
public record FieldProblem(String field, String code, String message) {
}
