package com.pivotino.crm.api;

/**
 * A reference in an answer: id and the name as of then (REST "References").
 *
 * @param id   the id
 * @param name the display name
 */
public record NamedRef(long id, String name) {
}
