package com.pivotino.crm.chatter.internal.recipient;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody is told. */
public enum Why {
    MENTIONED("You were mentioned."),
    CUSTOMER("You are the customer."),
    SALESPERSON("You are its salesperson."),
    FOLLOWER("You follow it."),
    ADDED("You were added to this message.");

    private final String sentence;

    Why(String sentence) {
        this.sentence = sentence;
    }

    /** As the preview says it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the person is told. */
    public String sentence() {
        return sentence;
    }

    /** The reason with this sentence, for telling it in another language; empty if the sentence is not one of ours. */
    public static Optional<Why> of(String sentence) {
        return Arrays.stream(values()).filter(why -> why.sentence.equals(sentence)).findFirst();
    }
}
