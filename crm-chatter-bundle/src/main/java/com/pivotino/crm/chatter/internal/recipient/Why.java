package com.pivotino.crm.chatter.internal.recipient;

import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Said;
import java.util.Locale;

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
    public Said said() {
        return new Said(sentence, Phrase.of("why." + key()));
    }
}
