package com.pivotino.crm.api.notification.spi;

import java.util.Objects;

/**
 * The result of one delivery.
 *
 * @param outcome what happened
 * @param reason  for the people who look at the entry, one sentence or a code; null if there is nothing to say
 */
public record DeliveryResult(Outcome outcome, String reason) {

    /** The possible results of a delivery. */
    public enum Outcome {

        /** The person has it, or the channel has it for good and does not need to be asked again. */
        DELIVERED,

        /** Not now: asked again after 1 s, 10 s, 1 min, 10 min, 1 h; then the delivery is failed, in sight on the entry. */
        RETRY,

        /** Never: failed at once, with the reason in sight. */
        REJECTED
    }

    public DeliveryResult {
        Objects.requireNonNull(outcome, "outcome");
    }

    public static DeliveryResult delivered() {
        return new DeliveryResult(Outcome.DELIVERED, null);
    }

    public static DeliveryResult retry(String reason) {
        return new DeliveryResult(Outcome.RETRY, reason);
    }

    public static DeliveryResult rejected(String reason) {
        return new DeliveryResult(Outcome.REJECTED, reason);
    }
}
