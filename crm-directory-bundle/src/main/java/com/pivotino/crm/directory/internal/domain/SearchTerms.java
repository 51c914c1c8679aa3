package com.pivotino.crm.directory.internal.domain;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a contact is found by: every word of the search begins a word of the name, the address or the company, accents
 * and case aside; digits of a phone number are found anywhere in it. Kept in an index of words, because no database of
 * ours finds a text in the middle of another without reading all rows.
 */
public final class SearchTerms {

    private static final int LENGTH = 60;
    private static final int SHORTEST_NUMBER = 4;
    private static final int MOST = 60;
    private static final int TAIL = 9;
    private static final int SHORTEST_TAIL = 6;

    private SearchTerms() {
    }

    /** The terms that a contact is kept under. */
    public static Set<String> of(String name, String email, String company, String phoneDigits) {
        Set<String> terms = new LinkedHashSet<>();
        words(name, terms);
        words(company, terms);
        words(email, terms);
        String digits = phoneDigits == null ? "" : phoneDigits;
        for (int i = 0; i + SHORTEST_NUMBER <= digits.length() && terms.size() < MOST; i++) {
            terms.add(digits.substring(i));
        }
        return terms;
    }

    /** The last digits of a number, by which two spellings of it are the same; null if there are too few to tell. */
    public static String numberTail(String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.length() < SHORTEST_TAIL ? null : digits.substring(Math.max(0, digits.length() - TAIL));
    }

    /** The beginnings that a search asks for, all of which must be met; empty if it asks for nothing. */
    public static Set<String> asked(String search) {
        Set<String> terms = new LinkedHashSet<>();
        String digits = TextNormalization.digits(search);
        if (digits != null && digits.length() > SHORTEST_NUMBER && search.matches("[\\d\\s()+/.-]*")) {
            terms.add(digits.replaceFirst("^0+(?=\\d)", ""));
        } else {
            words(search, terms);
        }
        return terms;
    }

    /** The first text in code point order after all that begin with this one. */
    public static String after(String term) {
        int last = term.length() - 1;
        return term.substring(0, last) + (char) (term.charAt(last) + 1);
    }

    private static void words(String text, Set<String> terms) {
        if (text == null) {
            return;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && terms.size() < MOST) {
                terms.add(word.substring(0, Math.min(LENGTH, word.length())));
            }
        }
    }
}
