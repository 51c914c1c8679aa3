package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.text.SearchText;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a contact is found by: words of the name, the address and the company, and any digits of the phone number. */
public final class SearchTerms {

    private static final int LENGTH = 60;
    private static final int MOST = 60;

    private SearchTerms() {
    }

    /** The terms that a contact is kept under. */
    public static Set<String> of(String name, String email, String company, String phoneDigits) {
        Set<String> terms = new LinkedHashSet<>();
        for (String text : new String[] {name, company, email}) {
            SearchText.add(text, LENGTH, MOST, terms);
        }
        SearchText.addNumber(phoneDigits, MOST, terms);
        return terms;
    }

    /** The beginnings that a search asks for, all of which must be met; empty if it asks for nothing. */
    public static Set<String> asked(String search) {
        String number = SearchText.askedNumber(search);
        return number == null ? SearchText.asked(search, LENGTH, MOST) : Set.of(number);
    }
}
