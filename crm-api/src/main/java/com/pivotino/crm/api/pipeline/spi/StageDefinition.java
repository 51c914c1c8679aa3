package com.pivotino.crm.api.pipeline.spi;

/**
 * A stage that a provider brings.
 *
 * @param key         stable: lower case letters, digits, {@code .}, {@code _} and {@code -}, at most 80 characters. A partner's
 *                    begins with a name of its own, such as {@code acme.legal-review}; the product's are {@code new},
 *                    {@code first_activity}, {@code qualified}, {@code proposition}, {@code won}, {@code lost}
 * @param name        at most 100 characters
 * @param kind        {@code new, first_activity, normal, won, lost}
 * @param sequence    place among the stages, 0 to 1,000,000; the product's stand at 10, 20, ... 60
 * @param probability percent that entering gives a card, 0 to 100
 * @param folded      whether the column is folded unless the user says otherwise
 * @param color       {@code #rrggbb} or null
 */
public record StageDefinition(String key, String name, String kind, int sequence, int probability, boolean folded,
        String color) {

    /** An unfolded stage of kind {@code normal} without a colour. */
    public StageDefinition(String key, String name, int sequence, int probability) {
        this(key, name, "normal", sequence, probability, false, null);
    }
}
