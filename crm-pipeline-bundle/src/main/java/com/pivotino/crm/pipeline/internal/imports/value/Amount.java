package com.pivotino.crm.pipeline.internal.imports.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount as files write it: {@code 1054}, {@code 1,054.50}, {@code 1.054,50}, {@code EUR 1 054}, {@code (20)}.
 *
 * @param number   what it means
 * @param currency ISO 4217 code that stands beside it, or null
 * @param unsure   whether a single point or comma before three digits was taken for a thousands separator
 */
public record Amount(BigDecimal number, String currency, boolean unsure) {

    private static final Pattern SHAPE = Pattern.compile("([A-Z]{3}|[€£$])?([-+])?([A-Z]{3}|[€£$])?(\\d[\\d.,]*)([A-Z]{3}|[€£$])?");

    /** The amount that a text means; empty if it means none. */
    public static Optional<Amount> parse(String text) {
        String dense = text.replaceAll("[\\s\\u00a0\\u202f\\u2009'’_]", "").toUpperCase(Locale.ROOT);
        boolean bracketed = dense.startsWith("(") && dense.endsWith(")");
        Matcher shape = SHAPE.matcher(bracketed ? dense.substring(1, dense.length() - 1) : dense);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String digits = shape.group(4);
        String plain = plain(digits);
        if (plain == null || plain.length() > 25) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(plain);
        boolean negative = bracketed || "-".equals(shape.group(2));
        String currency = currency(shape.group(1), shape.group(3), shape.group(5));
        return Optional.of(new Amount(negative ? number.negate() : number, currency, digits.matches("\\d{1,3}[.,]\\d{3}")));
    }

    /** With a point before the decimals and nothing between the thousands; null if the separators make no sense. */
    private static String plain(String digits) {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma < 0 && point < 0) {
            return digits;
        }
        char last = comma > point ? ',' : '.';
        char other = last == ',' ? '.' : ',';
        int at = Math.max(comma, point);
        boolean repeated = digits.indexOf(last) != at;
        boolean thousands = repeated || digits.indexOf(other) < 0 && at <= 3 && digits.length() - at - 1 == 3;
        String whole = thousands ? digits : digits.substring(0, at);
        String grouped = thousands ? digits : whole;
        if (grouped.matches(".*[.,].*") && !grouped.matches("\\d{1,3}([.,]\\d{2,3})*[.,]\\d{3}")) {
            return null;
        }
        String decimals = thousands ? "" : "." + digits.substring(at + 1) + "0";
        return whole.replaceAll("[.,]", "") + decimals;
    }

    private static String currency(String... marks) {
        for (String mark : marks) {
            if (mark != null && !mark.equals("$")) {
                return mark.equals("€") ? "EUR" : mark.equals("£") ? "GBP" : mark;
            }
        }
        return null;
    }
}
