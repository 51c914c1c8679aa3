package com.pivotino.crm.calendar.internal.recurrence;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Says a rule in one sentence (SEMANTICS R10), such as "Every 2 weeks on Tuesday and Sunday, 4 times". Speaks English, German
 * and French; other languages read English.
 */
public final class Sentence {

    private final Series series;
    private final Rule rule;
    private final Locale locale;
    private final ResourceBundle words;

    private Sentence(Series series, Locale locale) {
        this.series = series;
        this.rule = series.rule();
        this.words = ResourceBundle.getBundle(Sentence.class.getPackageName() + ".sentence", locale,
                Sentence.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.locale = words.getLocale().getLanguage().isEmpty() ? englishLike(locale) : locale;
    }

    /** An English reader keeps their country's way to write dates; of any other language the names would not fit. */
    private static Locale englishLike(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? reader : Locale.UK;
    }

    /** The sentence in the reader's language; null for a single event. */
    public static String of(Series series, Locale reader) {
        return series.recurring() ? new Sentence(series, reader).text() : null;
    }

    private String text() {
        if (!rule.editable()) {
            return word("other");
        }
        return word("every." + rule.frequency(), rule.interval()) + days() + end();
    }

    private String days() {
        ByParts by = rule.by();
        LocalDate start = series.slot().start().toLocalDate();
        return switch (rule.frequency()) {
            case DAILY -> by.chooseNoDay() ? months() : inMonths(by);
            case WEEKLY -> by.days().isEmpty() ? word("on", name(start.getDayOfWeek())) + months() : inMonths(by);
            case MONTHLY -> by.chooseNoDay() ? word("on", dayOfMonth(start.getDayOfMonth())) + months() : inMonths(by);
            case YEARLY -> yearly(by, start);
        };
    }

    private String yearly(ByParts by, LocalDate start) {
        List<Integer> months = by.months().isEmpty() && by.chooseNoDay() ? List.of(start.getMonthValue()) : by.months();
        List<Integer> days = by.chooseNoDay() ? List.of(start.getDayOfMonth()) : by.monthDays();
        boolean oneDate = months.size() == 1 && days.size() == 1 && days.get(0) > 0 && by.days().isEmpty();
        if (oneDate) {
            return word("on", DateTimeFormatter.ofPattern(word("date"), locale)
                    .format(MonthDay.of(months.get(0), days.get(0))));
        }
        return by.chooseNoDay() ? word("on", dayOfMonth(start.getDayOfMonth())) + months() : inMonths(by);
    }

    private String inMonths(ByParts by) {
        StringBuilder text = new StringBuilder();
        if (!by.days().isEmpty()) {
            String days = list(by.days().stream().map(this::weekday).toList());
            text.append(by.positions().isEmpty() ? word("on", days)
                    : word("position", list(by.positions().stream().map(this::ordinal).toList()), days));
        }
        if (!by.monthDays().isEmpty()) {
            String dates = list(by.monthDays().stream().map(this::dayOfMonth).toList());
            text.append(by.days().isEmpty() ? word("on", dates) : word("if", dates));
        }
        return text.append(months()).toString();
    }

    private String months() {
        return rule.by().months().isEmpty() ? "" : word("in", list(rule.by().months().stream()
                .map(month -> Month.of(month).getDisplayName(TextStyle.FULL, locale)).toList()));
    }

    private String end() {
        if (rule.count() != null) {
            return word("times", rule.count());
        }
        if (rule.until() == null) {
            return "";
        }
        ZoneId zone = series.slot().allDay() ? ZoneOffset.UTC : series.slot().zone();
        return word("until", DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)
                .format(LocalDateTime.ofInstant(rule.until(), zone)));
    }

    private String weekday(WeekdayNum day) {
        if (day.ordinal() != 0) {
            return word("nth", ordinal(day.ordinal()), name(day.day()));
        }
        boolean week = rule.frequency() == Frequency.WEEKLY || !rule.by().positions().isEmpty();
        return week ? name(day.day()) : word("each", name(day.day()));
    }

    private String dayOfMonth(int day) {
        return day < 0 ? word("lastDay") : word("day", day);
    }

    private String ordinal(int number) {
        String key = "ordinal." + number;
        return words.containsKey(key) ? word(key) : word("ordinal", number);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    private String list(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : word("and", String.join(", ", items.subList(0, last)), items.get(last));
    }

    private String word(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }
}
