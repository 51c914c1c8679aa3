package com.pivotino.crm.api.chatter;

/**
 * A person with the name to show.
 *
 * @param kind {@code user} or {@code contact}
 */
public record NamedPerson(String kind, long id, String name) {
}
