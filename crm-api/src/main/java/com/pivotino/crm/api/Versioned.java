package com.pivotino.crm.api;

/** A mutable resource; its version becomes the {@code ETag}. */
public interface Versioned {

    /** Starts at 1 and grows by one with every change. */
    long version();
}
