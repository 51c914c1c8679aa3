package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Actor;

/**
 * A recognised caller.
 *
 * @param actor     who
 * @param via       {@code session}, {@code basic} or {@code api_key}
 * @param csrfToken what a changing call must bring, only for sessions, else null
 */
public record Identity(Actor actor, String via, String csrfToken) {
}
