package com.pivotino.crm.chatter.internal.delivery;

import java.util.Locale;

/** How far a delivery has come (REST "Delivery states"). */
public enum DeliveryState {
    /** Waits for its time, or for another try. */
    PENDING,
    /** Handed over. */
    SENT,
    /** The person has seen it in the app. */
    READ,
    /** Given up, with the reason; can be sent again by hand. */
    FAILED,
    /** Came back. */
    BOUNCED,
    /** Never to be sent, with the reason: {@code unticked, author, inactive, unsubscribed, read_in_app}. */
    SKIPPED;

    /** As the database and the contract have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
