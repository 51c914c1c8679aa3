package com.pivotino.crm.imports.internal.domain;

import java.util.Locale;

/** What became of a row; in a dry run, what would. */
public enum RowStatus {

    CREATED, UPDATED,
    /** There already, and the same. */
    SKIPPED,
    /** Cannot be imported; its problems say why. */
    FAILED,
    /** Good, but not written because others failed and the run is all or nothing. */
    HELD,
    /** Taken back: the record that it made is gone again. */
    REMOVED,
    /** Taken back: the record is what it was before. */
    RESTORED,
    /** To be taken back, but somebody has worked on the record since. */
    KEPT;

    /** As in the contract: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
