package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.text.OneLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks of values that come from outside, the same for new opportunities, edits and acts. */
final class Texts {
    static final int NAME = 200;
    static final int EMAIL = 254;
    static final int PHONE = 60;
    static final int DESCRIPTION = 20_000;
    private static final int TAG = 60;
    private static final int TAGS = 20;

    private Texts() {
    }

    /** Trimmed; null if blank. */
    static String plain(String field, String text, int max) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > max) {
            throw CrmException.invalid(field, "too_long", "At most " + max + " characters.");
        }
        return text.strip();
    }

    /** Likewise; text that is empty but for tags is none. */
    static String rich(String field, String text, int max) {
        if (text == null || text.replaceAll("<[^>]*>|&nbsp;", "").isBlank()) {
            return null;
        }
        return plain(field, text, max);
    }

    static String required(String field, String text, int max) {
        String plain = plain(field, text, max);
        if (plain == null) {
            throw CrmException.invalid(field, "required", "This must not be empty.");
        }
        return plain;
    }

    /** A required name of one line; white space of any kind is none. */
    static String name(String field, String text) {
        if (text == null || OneLine.isInvisible(text)) {
            throw CrmException.invalid(field, "required", "This must not be empty.");
        }
        String name = required(field, text, NAME);
        if (OneLine.breaksLine(name)) {
            throw CrmException.invalid(field, "invalid", "This must be one line without control characters.");
        }
        return name;
    }

    static String email(String field, String text) {
        String plain = plain(field, text, EMAIL);
        if (plain != null && !plain.matches("[^\\s@]+@[^\\s@]+")) {
            throw CrmException.invalid(field, "invalid", "This is no email address.");
        }
        return plain;
    }

    static Money revenue(Money money) {
        if (money != null && money.amount().signum() < 0) {
            throw CrmException.invalid("expectedRevenue", "out_of_range", "The expected revenue is not negative.");
        }
        return money == null ? null : money.requireEntered("expectedRevenue");
    }

    static int range(String field, Integer value, int max) {
        if (value != null && (value < 0 || value > max)) {
            throw CrmException.invalid(field, "out_of_range", "Between 0 and " + max + ".");
        }
        return value == null ? 0 : value;
    }

    static String oneOf(String field, String value, Set<String> known, String otherwise) {
        if (value != null && !known.contains(value)) {
            throw CrmException.invalid(field, "unknown", "One of " + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        return value == null ? otherwise : value;
    }

    /** In the order entered, blank ones and repetitions in any case left out. */
    static List<String> tags(List<String> tags) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String tag : tags) {
            String plain = plain("tags", tag == null ? null : tag.replaceAll("\\s+", " "), TAG);
            if (plain != null) {
                kept.putIfAbsent(plain.toLowerCase(Locale.ROOT), plain);
            }
        }
        if (kept.size() > TAGS) {
            throw CrmException.invalid("tags", "too_many", "At most " + TAGS + " tags.");
        }
        return List.copyOf(kept.values());
    }
}
