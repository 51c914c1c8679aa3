package com.pivotino.crm.imports.internal.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a misspelt value of a column probably should be, by the other values of the same column. */
public final class NearMatch {

    private static final int MUCH_MORE_OFTEN = 10;
    private static final int MIN_LENGTH = 5;
    private static final int LONG = 9;

    private NearMatch() {
    }

    /** The value in lower case with nothing but letters and digits: names that differ in nothing else are the same. */
    public static String bare(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * The likely right spelling: the same but for blanks and case; put together from words of the others
     * ({@code GTXPro} beside {@code GTX Basic} and {@code GTX Plus Pro}); or a letter or two off a far more frequent one.
     *
     * @param value  one value of the column
     * @param counts all values of the column with how often each stands there
     */
    public static Optional<String> of(String value, Map<String, Integer> counts) {
        int times = counts.getOrDefault(value, 0);
        String bare = bare(value);
        if (bare.length() < MIN_LENGTH) {
            return Optional.empty();
        }
        for (Map.Entry<String, Integer> other : counts.entrySet()) {
            if (!other.getKey().equals(value) && bare(other.getKey()).equals(bare)
                    && (other.getValue() > times || other.getValue() == times && other.getKey().compareTo(value) < 0)) {
                return Optional.of(other.getKey());
            }
        }
        return value.matches("[\\p{L}\\p{N}]+") ? fromWords(value, counts).or(() -> misspelt(value, times, counts))
                : misspelt(value, times, counts);
    }

    private static Optional<String> fromWords(String value, Map<String, Integer> counts) {
        Map<String, String> words = new HashMap<>();
        for (String other : counts.keySet()) {
            String[] parts = other.split("[\\s_-]+");
            if (parts.length > 1) {
                for (String part : parts) {
                    words.putIfAbsent(part.toLowerCase(Locale.ROOT), part);
                }
            }
        }
        List<String> parts = segment(value.toLowerCase(Locale.ROOT), words);
        if (parts.size() < 2) {
            // A blank lost between a word that the others begin with too and a capital: GTXPro among GTX Basic, GTX Plus.
            parts = List.of(value.split("(?<=[A-Za-z])(?=[A-Z][a-z])"));
            boolean known = parts.size() > 1 && words.containsKey(parts.get(0).toLowerCase(Locale.ROOT));
            return known ? Optional.of(String.join(" ", parts)) : Optional.empty();
        }
        return Optional.of(String.join(" ", parts));
    }

    /** Cuts the text into known words of two letters or more; empty if that cannot be done. */
    private static List<String> segment(String text, Map<String, String> words) {
        for (int end = text.length(); end >= 2; end--) {
            String word = words.get(text.substring(0, end));
            if (word != null && end == text.length()) {
                return new ArrayList<>(List.of(word));
            }
            if (word != null) {
                List<String> rest = segment(text.substring(end), words);
                if (!rest.isEmpty()) {
                    rest.add(0, word);
                    return rest;
                }
            }
        }
        return new ArrayList<>();
    }

    private static Optional<String> misspelt(String value, int times, Map<String, Integer> counts) {
        String best = null;
        for (Map.Entry<String, Integer> other : counts.entrySet()) {
            boolean frequent = other.getValue() >= MUCH_MORE_OFTEN * Math.max(1, times);
            int allowed = value.length() < LONG ? 1 : 2;
            if (frequent && distance(value.toLowerCase(Locale.ROOT), other.getKey().toLowerCase(Locale.ROOT)) <= allowed
                    && sameDigits(value, other.getKey())) {
                if (best != null) {
                    return Optional.empty();
                }
                best = other.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Model 500" and "Model 600" are two things, not one misspelt. */
    private static boolean sameDigits(String one, String other) {
        return one.replaceAll("\\D", "").equals(other.replaceAll("\\D", ""));
    }

    /** How many letters must be put in, taken out or replaced. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
