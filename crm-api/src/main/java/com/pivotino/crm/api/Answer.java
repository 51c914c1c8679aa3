package com.pivotino.crm.api;

import java.util.List;

/**
 * The answer of an act: the value, its side effects, and the one id that ties it together. In JSON the members of the
 * value stand beside {@code effects}, {@code causeId} and {@code undo}.
 *
 * @param value   the new state
 * @param effects what else happened, in order; empty if nothing did
 * @param causeId the same in answer, history, feed and events of the act
 * @param undo    how to take it back, or null
 */
public record Answer<T>(T value, List<Effect> effects, String causeId, Undo undo) {

    public Answer {
        effects = List.copyOf(effects);
    }

    public Answer(T value, List<Effect> effects, String causeId) {
        this(value, effects, causeId, null);
    }
}
