package com.pivotino.crm.imports.internal.domain;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {

    /** Waits for its turn. */
    QUEUED,
    /** Looks at every row; nothing is written yet. */
    CHECKING,
    /** Writes, block by block. */
    WRITING,
    /** Something failed half way: takes out again what it has written. */
    TAKING_BACK,
    /** Has ended as it should. */
    DONE,
    /** Has ended before its time; {@code problem} says why. Nothing of it is left unless it says so. */
    FAILED,
    /** Was done, and has been taken back. */
    UNDONE;

    /** As in the contract: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean ended() {
        return this == DONE || this == FAILED || this == UNDONE;
    }
}
