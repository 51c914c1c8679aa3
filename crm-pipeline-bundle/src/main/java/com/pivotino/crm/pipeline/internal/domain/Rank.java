package com.pivotino.crm.pipeline.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The shared manual order of a column (SEMANTICS P6): texts of digits, 13 before an unwritten point and as many behind it
 * as are needed, so that text order is number order in every database and there is always room above and, almost always,
 * between two cards without touching any other.
 */
public final class Rank {
    /** Place of the first card in an empty column. */
    public static final String FIRST = "5000000000000";
    private static final int WHOLE = FIRST.length();
    private static final int MAX_LENGTH = 250;

    private Rank() {
    }

    /** A place above all others; the top one is null for an empty column. */
    public static String above(String top) {
        return top == null ? FIRST : whole(number(top).setScale(0, RoundingMode.FLOOR).subtract(BigDecimal.ONE));
    }

    /** A place below all others. */
    public static String below(String bottom) {
        return bottom == null ? FIRST : whole(number(bottom).setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
    }

    /**
     * The shortest place near the middle between two; null bounds are open.
     *
     * @return null if there is no room: the two are equal, or the place would be too long to keep
     */
    public static String between(String upper, String lower) {
        if (upper == null) {
            return above(lower);
        }
        if (lower == null) {
            return below(upper);
        }
        BigDecimal from = number(upper);
        BigDecimal to = number(lower);
        if (from.compareTo(to) >= 0) {
            return null;
        }
        BigDecimal middle = from.add(to).divide(BigDecimal.valueOf(2));
        for (int scale = 0; WHOLE + scale <= MAX_LENGTH; scale++) {
            BigDecimal place = middle.setScale(scale, RoundingMode.HALF_UP);
            if (place.compareTo(from) > 0 && place.compareTo(to) < 0) {
                return text(place);
            }
        }
        return null;
    }

    /**
     * As many places as wanted, evenly between two, in order.
     *
     * @param upper null for no bound
     * @param lower null for no bound
     * @return null if the bounds leave no room
     */
    public static List<String> spread(String upper, String lower, int count) {
        List<String> places = new ArrayList<>();
        if (upper != null && lower != null) {
            BigDecimal from = number(upper);
            BigDecimal step = number(lower).subtract(from)
                    .divide(BigDecimal.valueOf(count + 1L), MAX_LENGTH - WHOLE, RoundingMode.FLOOR);
            if (step.signum() <= 0) {
                return null;
            }
            // keep only as many decimals as tell neighbours apart
            int scale = Math.max(0, step.scale() - step.unscaledValue().toString().length() + 2);
            for (int i = 1; i <= count; i++) {
                places.add(text(from.add(step.multiply(BigDecimal.valueOf(i))).setScale(scale, RoundingMode.HALF_UP)));
            }
            return places;
        }
        String place = upper;
        for (int i = 0; i < count; i++) {
            place = upper != null ? below(place) : above(i == 0 ? lower : place);
            places.add(place);
        }
        if (upper == null) {
            java.util.Collections.reverse(places);
        }
        return places;
    }

    private static BigDecimal number(String key) {
        return new BigDecimal(key.substring(0, WHOLE) + "." + key.substring(WHOLE) + "0");
    }

    private static String whole(BigDecimal number) {
        return text(number);
    }

    private static String text(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        return "0".repeat(WHOLE - whole.length()) + whole + (point < 0 ? "" : plain.substring(point + 1));
    }
}
