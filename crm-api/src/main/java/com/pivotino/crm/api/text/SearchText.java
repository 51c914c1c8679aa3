package com.pivotino.crm.api.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which a text is found. Case and accents do not count, and letters that have no decomposition are written as
 * PostgreSQL's {@code unaccent} writes them: Straße as strasse, Łódź as lodz, Øl as ol, Işık as isik. A search finds a text
 * when each of its words begins a word of the text. Scripts without spaces between words are found inside a word as well.
 * Modules keep the words as rows, because no index of both databases finds a text in the middle of another.
 */
public final class SearchText {

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final int SHORTEST_NUMBER = 4;
    private static final int TAIL = 9;
    private static final int SHORTEST_TAIL = 6;

    private SearchText() {
    }

    /** A text without case and accents, in plain letters where there are any. */
    public static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return Unaccent.apply(Normalizer.normalize(decomposed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
    }

    /**
     * Adds the words under which a text is kept.
     *
     * @param text   may be null
     * @param length of a longer word the beginning
     * @param most   so many words at most are in {@code words} afterwards
     */
    public static void add(String text, int length, int most, Set<String> words) {
        if (text == null) {
            return;
        }
        for (String word : split(text)) {
            for (int from = 0; from < word.length() && words.size() < most; from = nextStart(word, from)) {
                words.add(word.substring(from, Math.min(word.length(), from + length)));
            }
        }
    }

    /** The beginnings that a search asks for, all of which must be met; of a long search the first. */
    public static Set<String> asked(String search, int length, int most) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : split(search)) {
            if (!word.isEmpty() && words.size() < most) {
                words.add(word.substring(0, Math.min(word.length(), length)));
            }
        }
        return words;
    }

    /** The first text in code point order after all that begin with this one. */
    public static String after(String word) {
        int last = word.length() - 1;
        return word.substring(0, last) + (char) (word.charAt(last) + 1);
    }

    /** Adds the endings under which a phone number is kept: it is found by any of its digits on, in any spacing. */
    public static void addNumber(String phone, int most, Set<String> words) {
        String digits = digits(phone);
        for (int i = 0; i + SHORTEST_NUMBER <= digits.length() && words.size() < most; i++) {
            words.add(digits.substring(i));
        }
    }

    /** The digits of a search that reads like a phone number, without the zeros of a trunk or international prefix; else null. */
    public static String askedNumber(String search) {
        String digits = digits(search);
        boolean number = digits.length() > SHORTEST_NUMBER && search.matches("[\\d\\s()+/.\\u00a0\\u2010-\\u2015-]*");
        return number ? digits.replaceFirst("^0+(?=\\d)", "") : null;
    }

    /** The last digits of a number, by which two spellings of it are the same; null if there are too few to tell. */
    public static String numberTail(String phone) {
        String digits = digits(phone);
        return digits.length() < SHORTEST_TAIL ? null : digits.substring(Math.max(0, digits.length() - TAIL));
    }

    private static String digits(String phone) {
        return phone == null ? "" : phone.replaceAll("\\D", "");
    }

    private static String[] split(String text) {
        return plain(text).replaceFirst("^[^\\p{L}\\p{N}]+", "").split("[^\\p{L}\\p{N}]+");
    }

    /** The index at which the next word begins inside this one; its length if there is none. */
    private static int nextStart(String word, int from) {
        int next = from + Character.charCount(word.codePointAt(from));
        while (next < word.length() && !WITHOUT_SPACES.contains(UnicodeScript.of(word.codePointAt(next)))) {
            next += Character.charCount(word.codePointAt(next));
        }
        return next;
    }
}
