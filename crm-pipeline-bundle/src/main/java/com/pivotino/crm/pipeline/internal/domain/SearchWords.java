package com.pivotino.crm.pipeline.internal.domain;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words that an opportunity is found by: case and accents aside, a search finds those in which each of its words
 * begins one of theirs. Kept as rows, because no index of both databases finds a text in the middle of another. Also the
 * spellings under which addresses and phone numbers are the same.
 */
public final class SearchWords {
    private static final int LENGTH = 40;
    /** Words of one opportunity; a long description is found by its beginning. */
    private static final int MOST = 80;
    /** Words of a search that count. */
    private static final int MOST_ASKED = 8;
    /** Digits at the end that tell numbers apart, whatever stands before them: country, trunk prefix. */
    private static final int TAIL = 9;
    private static final int SHORTEST_NUMBER = 6;

    private SearchWords() {
    }

    /** What {@code q} finds an opportunity by; of a long one the first words. */
    public static Set<String> of(OpportunityEntity card) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : new String[] {card.name, card.customerName, card.email, String.join(" ", card.tags()), card.description}) {
            add(text, words, MOST);
        }
        return words;
    }

    /** The beginnings that a search asks for, all of which must be there. */
    public static Set<String> asked(String search) {
        Set<String> words = new LinkedHashSet<>();
        add(search, words, MOST_ASKED);
        return words;
    }

    /** The first text in code point order behind all that begin with this one. */
    public static String after(String word) {
        int last = word.length() - 1;
        return word.substring(0, last) + (char) (word.charAt(last) + 1);
    }

    /** An address as it is compared; null for none. */
    public static String address(String email) {
        return email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    /** A phone number as it is compared: its last digits; null if there are too few to tell anything. */
    public static String phone(String number) {
        String digits = number == null ? "" : number.replaceAll("\\D", "");
        return digits.length() < SHORTEST_NUMBER ? null : digits.substring(Math.max(0, digits.length() - TAIL));
    }

    private static void add(String text, Set<String> words, int most) {
        if (text == null) {
            return;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && words.size() < most) {
                words.add(word.substring(0, Math.min(LENGTH, word.length())));
            }
        }
    }
}
