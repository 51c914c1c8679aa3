package com.pivotino.crm.imports.internal.value;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount as files write it: {@code 1054}, {@code 1,054.50}, {@code 1.054,50}, {@code EUR 1 054}, {@code 12.5k},
 * {@code (20)}. The cases stand in the table that the browser's parser is held to as well.
 *
 * @param number what it means
 * @param mark   ISO 4217 code, or a sign that several currencies share ({@code $, kr}); null if nothing stands beside it
 * @param unsure whether a single point or comma before three digits was taken for a thousands separator
 */
public record Amount(BigDecimal number, String mark, boolean unsure) {

    private static final int MOST_DIGITS = 25;
    private static final Map<String, Integer> POWERS = Map.ofEntries(Map.entry("", 0), Map.entry("k", 3), Map.entry("tsd", 3),
            Map.entry("thousand", 3), Map.entry("m", 6), Map.entry("mio", 6), Map.entry("mn", 6), Map.entry("million", 6),
            Map.entry("millions", 6), Map.entry("millionen", 6), Map.entry("b", 9), Map.entry("bn", 9), Map.entry("mrd", 9),
            Map.entry("billion", 9));
    /** The longer ones first. */
    private static final List<Map.Entry<String, String>> SIGNS = List.of(Map.entry("hk$", "HKD"), Map.entry("nz$", "NZD"),
            Map.entry("us$", "USD"), Map.entry("ca$", "CAD"), Map.entry("au$", "AUD"), Map.entry("mx$", "MXN"), Map.entry("r$", "BRL"),
            Map.entry("a$", "AUD"), Map.entry("c$", "CAD"), Map.entry("s$", "SGD"), Map.entry("zł", "PLN"), Map.entry("kč", "CZK"),
            Map.entry("ft", "HUF"), Map.entry("fr.", "CHF"), Map.entry("kr.", "kr"), Map.entry("kr", "kr"), Map.entry("€", "EUR"),
            Map.entry("£", "GBP"), Map.entry("¥", "JPY"), Map.entry("₹", "INR"), Map.entry("₽", "RUB"), Map.entry("₺", "TRY"),
            Map.entry("₩", "KRW"), Map.entry("₪", "ILS"), Map.entry("$", "$"));
    private static final Pattern CODE_FIRST = Pattern.compile("(-?) ?([a-z]{3}) ?(?=[-\\d.,])(.*)");
    private static final Pattern CODE_LAST = Pattern.compile("(.*[\\d.,\\-a-z.]) ([a-z]{3})|(.*[\\d.,\\-])([a-z]{3})");
    private static final Pattern SHAPE = Pattern.compile("(-?) ?([\\d.,' _]*\\d[.,]?)(?:[,.]-)? ?([a-z]*)\\.?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,' _])\\d{3})(?:\\1\\d{3})*");
    private static final Pattern IN_PAIRS = Pattern.compile("\\d{1,2}(?:,\\d{2})+,\\d{3}");

    /** The amount that a text means; empty if it means none. */
    public static Optional<Amount> parse(String text) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ").replace('\u2019', '\'').replace('\u2212', '-').replace('\u2013', '-').strip();
        boolean bracketed = clean.startsWith("(") && clean.endsWith(")");
        String[] parts = unmarked(bracketed ? clean.substring(1, clean.length() - 1).strip() : clean);
        Matcher shape = SHAPE.matcher(parts[0]);
        if (!shape.matches() || !POWERS.containsKey(shape.group(3))) {
            return Optional.empty();
        }
        String digits = shape.group(2).strip();
        String plain = plain(digits);
        if (plain == null || plain.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int power = POWERS.get(shape.group(3));
        boolean unsure = digits.matches("[1-9]\\d{0,2}[.,]\\d{3}") && power == 0;
        BigDecimal number = new BigDecimal(power > 0 && digits.matches("\\d+[.,]\\d+") ? digits.replace(',', '.') : plain)
                .scaleByPowerOfTen(power);
        BigDecimal written = number.scale() < 0 ? number.setScale(0) : number;
        return Optional.of(new Amount(bracketed || !shape.group(1).isEmpty() ? written.negate() : written, parts[1], unsure));
    }

    /** The text without its currency, and that or null. */
    private static String[] unmarked(String text) {
        for (Map.Entry<String, String> sign : SIGNS) {
            String mark = sign.getKey();
            if (text.startsWith(mark)) {
                return new String[] {text.substring(mark.length()).strip(), sign.getValue()};
            }
            if (text.startsWith("-" + mark)) {
                return new String[] {"-" + text.substring(mark.length() + 1).strip(), sign.getValue()};
            }
            if (text.endsWith(mark)) {
                return new String[] {text.substring(0, text.length() - mark.length()).strip(), sign.getValue()};
            }
        }
        Matcher first = CODE_FIRST.matcher(text);
        if (first.matches()) {
            return new String[] {first.group(1) + first.group(3), first.group(2).toUpperCase(Locale.ROOT)};
        }
        Matcher last = CODE_LAST.matcher(text);
        String code = !last.matches() ? null : last.group(2) != null ? last.group(2) : last.group(4);
        return code == null || POWERS.containsKey(code) ? new String[] {text, null}
                : new String[] {text.substring(0, text.length() - 3).strip(), code.toUpperCase(Locale.ROOT)};
    }

    /** With a point before the decimals and nothing between the thousands; null if the separators make no sense. */
    private static String plain(String digits) {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        int at = Math.max(comma, point);
        if (at < 0) {
            return whole(digits);
        }
        char last = digits.charAt(at);
        char other = last == ',' ? '.' : ',';
        int decimals = digits.length() - at - 1;
        boolean repeated = digits.indexOf(last) != at;
        boolean thousands = repeated || digits.indexOf(other) < 0 && decimals == 3 && at >= 1 && at <= 3 && digits.charAt(0) != '0';
        String whole = whole(thousands ? digits : digits.substring(0, at));
        String fraction = thousands || decimals == 0 ? "" : "." + digits.substring(at + 1);
        return whole == null || !fraction.matches("(\\.\\d+)?") ? null : whole + fraction;
    }

    private static String whole(String digits) {
        boolean sound = digits.matches("\\d*") || GROUPED.matcher(digits).matches() || IN_PAIRS.matcher(digits).matches();
        return !sound ? null : digits.isEmpty() ? "0" : digits.replaceAll("\\D", "");
    }
}
