package com.pivotino.crm.activity.internal.domain;

import java.util.Locale;

/** Where an activity stands; the two that follow OPEN are terminal but for a restored record (SEMANTICS P16). */
public enum Status {
    OPEN, DONE, CANCELLED;

    /** As in events. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
