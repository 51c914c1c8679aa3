package com.pivotino.crm.chatter.internal.mail.template;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mails as texts: templates in {@code mail/<language>/<name>.txt} and {@code .html}, short texts in
 * {@code words.properties} beside them. English stands in for a missing template, text or language.
 */
public final class MailTexts {

    private static final String FALLBACK = "en";
    private static final Pattern URL = Pattern.compile("https?://(?:[^\\s&<>]|&amp;)+(?<![.,;:!?)])");

    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Map<String, Properties> words = new ConcurrentHashMap<>();

    /** One mail, as plain text and as HTML. */
    public record Texts(String text, String html) {
    }

    /**
     * Fills both templates.
     *
     * @param name   of the templates, such as {@code message}
     * @param locale the reader's
     * @param values plain texts; {@code body} and names ending in {@code Html} are safe HTML; the text part has the body as
     *               plain text
     */
    public Texts fill(String name, Locale locale, Map<String, String> values) {
        Map<String, String> rich = new HashMap<>(values);
        rich.put("language", words(locale).getProperty("language"));
        Map<String, String> plain = new HashMap<>(values);
        plain.computeIfPresent("body", (key, html) -> PlainText.of(html));
        return new Texts(template(name + ".txt", locale).fill(plain), template(name + ".html", locale).fill(rich));
    }

    /** A short text in the reader's language. */
    public String word(Locale locale, String key, Object... arguments) {
        return new MessageFormat(words(locale).getProperty(key, key).replace("'", "''"), locale).format(arguments);
    }

    /**
     * A phrase in the reader's language; empty if we do not speak it, and for English, in which everything is kept.
     *
     * @param zone the reader's
     */
    public Optional<String> sentence(Locale locale, ZoneId zone, Phrase phrase) {
        if (words(locale).getProperty("language").equals(FALLBACK) || words(locale).getProperty(phrase.key()) == null) {
            return Optional.empty();
        }
        String sentence = Stream.concat(Stream.of(phrase), phrase.more().stream()).map(part -> word(locale, part.key(), part.arguments()
                .stream().map(argument -> Phrases.written(argument, value -> written(value, locale, zone))).toArray()))
                .collect(Collectors.joining());
        return Optional.of(sentence.replaceAll(" {2,}", " ").strip());
    }

    /** A day, an instant with its zone, or an amount as the reader writes it; a word in their language. */
    public String written(Object value, Locale reader, ZoneId zone) {
        boolean english = words(reader).getProperty("language").equals(FALLBACK);
        boolean spoken = !english || reader.getLanguage().equals(FALLBACK) && !reader.getCountry().isEmpty();
        Locale locale = spoken ? reader : Locale.UK;
        if (value instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
        }
        if (value instanceof Phrase.At at) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale)
                    .format(at.instant().atZone(zone)) + " (" + zone.getId() + ")";
        }
        if (value instanceof Money sum) {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(Currency.getInstance(sum.currency()));
            format.setMinimumFractionDigits(sum.amount().scale());
            format.setMaximumFractionDigits(sum.amount().scale());
            return format.format(sum.amount());
        }
        String key = ((Phrase.Word) value).key();
        return words(locale).getProperty(key, key.substring(key.indexOf('.') + 1));
    }

    /** Plain text as safe HTML: paragraphs, line breaks, links. */
    public static String html(String text) {
        String escaped = URL.matcher(Html.escape(text.strip())).replaceAll("<a href=\"$0\">$0</a>");
        return escaped.isEmpty() ? "" : "<p>" + escaped.replaceAll("\\R\\s*\\R", "</p><p>").replaceAll("\\R", "<br>") + "</p>";
    }

    private Properties words(Locale locale) {
        return words.computeIfAbsent(language(locale), MailTexts::read);
    }

    private Template template(String file, Locale locale) {
        return templates.computeIfAbsent(language(locale) + "/" + file, key -> {
            String source = source(key);
            return new Template(source == null ? source(FALLBACK + "/" + file) : source, file.endsWith(".html"));
        });
    }

    private static String language(Locale locale) {
        return locale.getLanguage().matches("[a-z]{2,3}") ? locale.getLanguage() : FALLBACK;
    }

    private static Properties read(String language) {
        Properties words = new Properties();
        load(FALLBACK, words);
        load(language, words);
        return words;
    }

    private static void load(String language, Properties words) {
        try (InputStream resource = MailTexts.class.getResourceAsStream("/mail/" + language + "/words.properties")) {
            if (resource != null) {
                words.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(String path) {
        try (InputStream resource = MailTexts.class.getResourceAsStream("/mail/" + path)) {
            return resource == null ? null : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
