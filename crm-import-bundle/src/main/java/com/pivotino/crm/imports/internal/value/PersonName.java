package com.pivotino.crm.imports.internal.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of people, companies and teams as files write them: what is shown, and what two of them are compared by. */
public final class PersonName {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private PersonName() {
    }

    /** Composed, with one blank for white space of any kind and none at the ends; null stays null. */
    public static String clean(String text) {
        return text == null ? null : BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    /** The same in lower case, as the directory compares names. */
    public static String key(String text) {
        return text == null ? null : clean(text).toLowerCase(Locale.ROOT);
    }
}
