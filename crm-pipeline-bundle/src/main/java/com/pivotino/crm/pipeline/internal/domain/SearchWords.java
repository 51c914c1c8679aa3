package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.text.SearchText;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What an opportunity is found by, and the spellings under which addresses and phone numbers are the same. */
public final class SearchWords {
    private static final int LENGTH = 40;
    /** Words of one opportunity; a long description is found by its beginning. */
    private static final int MOST = 80;
    /** Words of a search that count. */
    private static final int MOST_ASKED = 8;

    private SearchWords() {
    }

    /** What {@code q} finds an opportunity by; of a long one the first words. */
    public static Set<String> of(OpportunityEntity card) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : new String[] {card.name, card.customerName, card.email, String.join(" ", card.tags())}) {
            SearchText.add(text, LENGTH, MOST, words);
        }
        SearchText.addNumber(card.phone, MOST, words);
        SearchText.add(card.description, LENGTH, MOST, words);
        return words;
    }

    /** The beginnings that a search asks for, all of which must be there. */
    public static Set<String> asked(String search) {
        return SearchText.asked(search, LENGTH, MOST_ASKED);
    }

    /** An address as it is compared; null for none. */
    public static String address(String email) {
        return email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    /** A phone number as it is compared: its last digits; null if there are too few to tell anything. */
    public static String phone(String number) {
        return SearchText.numberTail(number);
    }
}
