package com.pivotino.crm.pipeline.internal.service;

/**
 * A card has changed since the guards saw it. Ends the act, so that nothing of it holds a lock or a connection while they are
 * asked again.
 */
final class CardChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CardChanged() {
        super("The card has changed since its guards were asked", null, false, false);
    }
}
