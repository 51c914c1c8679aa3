package com.pivotino.crm.runtime.internal.act;

/** A reaction's bundle went away while it reacted: the act is run again, and the reaction hears of it on its return. */
final class ReactionGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReactionGone(String id, Throwable cause) {
        super("The reaction " + id + " went away while it reacted", cause);
    }
}
