package com.pivotino.crm.api.search.spi;

import com.pivotino.crm.api.Actor;

/**
 * A search request.
 *
 * @param actor who looks
 * @param text  what they typed, without space around it; 1 to 200 characters
 * @param limit how many hits are wanted, 1 to 20
 */
public record SearchQuery(Actor actor, String text, int limit) {
}
