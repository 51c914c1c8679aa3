package com.pivotino.crm.chatter.internal.mail.template;

import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.chatter.internal.content.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mails as texts: templates in {@code mail/<language>/<name>.txt} and {@code .html}, short texts in
 * {@code words.properties} beside them. English stands in for a missing template, text or language.
 */
public final class MailTexts {

    private static final String FALLBACK = "en";
    private static final Pattern URL = Pattern.compile("https?://(?:[^\\s&<>]|&amp;)+(?<![.,;:!?)])");
    private static final Pattern MARKED = Pattern.compile(Phrase.MARK + "([^" + Phrase.MARK + "]*)" + Phrase.MARK);

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

    /** A phrase in the reader's language; empty if we do not speak it, and for English, in which everything is kept. */
    public Optional<String> sentence(Locale locale, Phrase phrase) {
        String language = words(locale).getProperty("language");
        if (language.equals(FALLBACK) || words(locale).getProperty(phrase.key()) == null) {
            return Optional.empty();
        }
        Object[] arguments = phrase.arguments().stream().map(argument -> MARKED.matcher(argument).replaceAll(
                marked -> Matcher.quoteReplacement(marked(marked.group(1), locale)))).toArray();
        return Optional.of(word(locale, phrase.key(), arguments).replaceAll(" {2,}", " ").strip());
    }

    private String marked(String key, Locale locale) {
        return key.startsWith(Phrase.DAY) ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)
                .format(LocalDate.parse(key.substring(Phrase.DAY.length())))
                : words(locale).getProperty(key, key.substring(key.indexOf('.') + 1));
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
