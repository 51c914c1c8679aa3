package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a sentence of the product says, for readers who write days, hours and amounts in their own way (REST "Phrase").
 *
 * @param key    of the sentence, such as {@code planned}; the same in every language
 * @param values what stands in it, in the order in which it stands there
 */
public record Phrase(String key, List<Value> values) {

    public Phrase {
        values = List.copyOf(values);
    }

    /**
     * A part of the sentence; a day, an instant or an amount, or none of these for a text.
     *
     * @param text as it stands in the sentence
     * @param at   an instant, else null
     * @param zone in which the sentence tells the instant, such as {@code Europe/Berlin}, else null
     */
    public record Value(String text, LocalDate day, Instant at, String zone, Money amount) {

        public static Value of(String text) {
            return new Value(text, null, null, null, null);
        }

        public static Value of(String text, LocalDate day) {
            return new Value(text, day, null, null, null);
        }

        public static Value of(String text, Instant at, String zone) {
            return new Value(text, null, at, zone, null);
        }

        public static Value of(String text, Money amount) {
            return new Value(text, null, null, null, amount);
        }
    }
}
