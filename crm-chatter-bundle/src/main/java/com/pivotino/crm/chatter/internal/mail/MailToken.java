package com.pivotino.crm.chatter.internal.mail;

import java.security.SecureRandom;

/** Opaque tokens in addresses and message ids: 100 random bits, in letters and digits that survive any mail program. */
public final class MailToken {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    /** A new one. */
    public String next() {
        StringBuilder token = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> token.append(ALPHABET.charAt(index)));
        return token.toString();
    }

    /** Whether a text has the form of one. */
    public static boolean is(String text) {
        return text != null && text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
