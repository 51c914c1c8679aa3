package com.pivotino.crm.api.pipeline;

import java.util.Locale;

/** The kind of a stage (SEMANTICS P1); in JSON lower case. */
public enum StageKind {
    NEW, FIRST_ACTIVITY, NORMAL, WON, LOST;

    /** The outcome of a card that stands in a stage of this kind: {@code open}, {@code won} or {@code lost}. */
    public String outcome() {
        return this == WON || this == LOST ? key() : "open";
    }

    /** Lower case, as in the contract. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
