package com.pivotino.crm.chatter.internal.mail.template;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.recipient.Why;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

public class TemplateTest {

    @Test
    public void a_line_whose_places_are_all_empty_is_left_out() {
        assertEquals("Hello Ann\n\nBye\n", new Template("Hello {{name}}\n\n{{label}}: {{link}}\nBye\n", false).fill(Map.of("name", "Ann")));
    }

    @Test
    public void texts_are_escaped_in_html_and_bodies_are_not() {
        assertEquals("<p>a &lt;b&gt; &amp; &#39;c&#39;</p><i>x</i>\n",
                new Template("<p>{{text}}</p>{{{body}}}", true).fill(Map.of("text", "a <b> & 'c'", "body", "<i>x</i>")));
        assertEquals("a <b> $1\n", new Template("{{text}}", false).fill(Map.of("text", "a <b> $1")));
    }

    @Test
    public void a_value_is_no_template() {
        assertEquals("{{b}}\n", new Template("{{a}}", false).fill(Map.of("a", "{{b}}", "b", "no")));
    }

    @Test
    public void another_language_is_answered_in_english() {
        MailTexts texts = new MailTexts();
        assertEquals("Open in the CRM", texts.word(Locale.forLanguageTag("pl"), "open"));
        assertEquals("Ann's wrote about {1}:", texts.word(Locale.ROOT, "wrote", "Ann's", "{1}"));
        MailTexts.Texts filled = texts.fill("message", Locale.forLanguageTag("xx"),
                Map.of("body", "<p>Hi <b>Sue</b></p>", "why", "You follow it."));
        assertTrue(filled.text(), filled.text().startsWith("Hi Sue\n"));
        assertTrue(filled.html(), filled.html().contains("<p>Hi <b>Sue</b></p>"));
        assertFalse(filled.html(), filled.html().contains("{{"));
        assertTrue(filled.html(), filled.html().contains("<html lang=\"en\">"));
    }

    @Test
    public void a_reader_gets_their_own_language_from_a_complete_set_of_texts() throws IOException {
        MailTexts texts = new MailTexts();
        assertEquals("Im CRM öffnen", texts.word(Locale.forLanguageTag("de-AT"), "open"));
        assertTrue(texts.fill("message", Locale.FRENCH, Map.of("body", "<p>x</p>")).html().contains("<html lang=\"fr\">"));
        Properties english = words("en");
        for (String language : List.of("de", "fr")) {
            Properties words = words(language);
            assertEquals(english.keySet(), words.keySet());
            english.forEach((key, text) -> assertEquals(language + " " + key, places((String) text),
                    places(words.getProperty((String) key))));
        }
        for (Why why : Why.values()) {
            assertEquals(why.said().sentence(), texts.word(Locale.ENGLISH, "why." + why.key()));
        }
    }

    @Test
    public void what_happened_is_told_in_the_language_days_and_fields_of_the_reader() {
        MailTexts texts = new MailTexts();
        Phrase planned = Phrase.of("said.line.planned", "Call “Ask”", LocalDate.of(2026, 6, 10)).about("Deal {0}'s\tnew");
        assertEquals("Deal {0}'s new: Call “Ask” geplant für 10. Juni 2026", texts.sentence(Locale.GERMAN, planned).get());
        assertEquals("Deal {0}'s new : Call “Ask” prévu pour le 10 juin 2026", texts.sentence(Locale.CANADA_FRENCH, planned).get());
        Phrase fields = Phrase.of("said.fields", List.of(new Phrase.Word("field.probability"), new Phrase.Word("field.colour")))
                .about("Deal");
        assertEquals("Deal: Wahrscheinlichkeit, colour geändert", texts.sentence(Locale.GERMAN, fields).get());
        assertEquals(Optional.empty(), texts.sentence(Locale.ENGLISH, planned));
        assertEquals(Optional.empty(), texts.sentence(Locale.ITALIAN, planned));
        assertEquals(planned, Phrase.parse(planned.text()).get());
        assertEquals(Optional.empty(), Phrase.parse(null));
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = MailTexts.class.getResourceAsStream("/mail/" + language + "/words.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    public void plain_text_becomes_paragraphs_with_links() {
        assertEquals("<p>a &lt; b<br>c</p><p><a href=\"https://example.com/?x=1&amp;y=2\">https://example.com/?x=1&amp;y=2</a>.</p>",
                MailTexts.html("a < b\nc\n\nhttps://example.com/?x=1&y=2."));
    }
}
