package com.pivotino.crm.chatter.internal.content;

import com.pivotino.crm.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What stands between two marks of a phrase: a day, an instant, an amount, or the key of a word. */
public final class Marked {

    private static final String DAY = "day";
    private static final String AT = "at";
    private static final String SUM = "sum";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Marked() {
    }

    static String text(Object value) {
        if (value instanceof LocalDate day) {
            return DAY + " " + day;
        }
        if (value instanceof Phrase.At at) {
            return AT + " " + at.instant() + " " + at.zone();
        }
        Money sum = (Money) value;
        return SUM + " " + sum.amount().toPlainString() + " " + sum.currency();
    }

    /** A {@link LocalDate}, {@link Phrase.At} or {@link Money}; else the key as a {@link Phrase.Word}. */
    public static Object read(String text) {
        String[] parts = text.split(" ");
        return switch (parts[0]) {
            case DAY -> LocalDate.parse(parts[1]);
            case AT -> new Phrase.At(Instant.parse(parts[1]), parts[2]);
            case SUM -> new Money(new BigDecimal(parts[1]), parts[2]);
            default -> new Phrase.Word(text);
        };
    }

    /** As the product's English sentences write it. */
    public static String english(Object value) {
        if (value instanceof Phrase.At at) {
            return MINUTE.format(at.instant().atZone(ZoneId.of(at.zone()))) + " " + at.zone();
        }
        if (value instanceof Money sum) {
            return sum.amount().toPlainString() + " " + sum.currency();
        }
        if (value instanceof Phrase.Word word) {
            return field(word.key().substring(word.key().indexOf('.') + 1));
        }
        return String.valueOf(value);
    }

    /** {@code expectedRevenue} as "expected revenue". */
    public static String field(String name) {
        return name.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
