package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.calendar.internal.domain.Address;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the calendar's mails say, in the reader's language: English, German or French; other languages read English. */
public final class MailWords {

    private final ResourceBundle words;
    private final Locale locale;

    public MailWords(Locale reader) {
        this.words = ResourceBundle.getBundle(MailWords.class.getPackageName() + ".mail", reader, MailWords.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        boolean english = words.getLocale().getLanguage().isEmpty();
        boolean spoken = reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) && !reader.getCountry().isEmpty();
        this.locale = english && !spoken ? Locale.UK : reader;
    }

    /**
     * The language in which somebody is written to: a user's own; people outside are written to in that of the organizer who
     * invites them, for theirs is not known.
     *
     * @param organizer or null
     */
    public static Locale language(Directory directory, Address who, Long organizer) {
        Long user = who.userId() == null ? organizer : who.userId();
        return user == null ? Locale.ENGLISH
                : directory.user(user).map(User::locale).map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
    }

    public String of(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    /** A day, or a time with its zone; {@code zone} is null for an all-day event. */
    public String when(TemporalAccessor local, String zone) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(local);
        return zone == null ? day
                : day + ", " + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(local) + " (" + zone + ")";
    }

    Locale locale() {
        return locale;
    }
}
