package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.NamedRef;
import java.time.Instant;

/**
 * Who did something, when and by which act.
 *
 * @param by null for the system
 */
public record Stamp(NamedRef by, Instant at, String cause, String causeId) {

    /** The same at another time: imports tell of the past. */
    public Stamp at(Instant when) {
        return new Stamp(by, when, cause, causeId);
    }

    public Long userId() {
        return by == null ? null : by.id();
    }
}
