package com.pivotino.crm.chatter.internal.mail.template;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Phrases;
import com.pivotino.crm.chatter.internal.recipient.Why;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

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
        assertEquals("Deal {0}'s new: Call “Ask” geplant für 10. Juni 2026", texts.sentence(Locale.GERMAN, BERLIN, planned).get());
        assertEquals("Deal {0}'s new : Call “Ask” prévu pour le 10 juin 2026", texts.sentence(Locale.CANADA_FRENCH, BERLIN, planned).get());
        Phrase fields = Phrase.of("said.fields", List.of(new Phrase.Word("field.probability"), new Phrase.Word("field.colour")))
                .about("Deal");
        assertEquals("Deal: Wahrscheinlichkeit, colour geändert", texts.sentence(Locale.GERMAN, BERLIN, fields).get());
        assertEquals(Optional.empty(), texts.sentence(Locale.ENGLISH, BERLIN, planned));
        assertEquals(Optional.empty(), texts.sentence(Locale.ITALIAN, BERLIN, planned));
        assertEquals(planned, Phrase.parse(planned.text()).get());
        assertEquals(Optional.empty(), Phrase.parse(null));
    }

    @Test
    public void hours_and_amounts_are_those_of_the_reader_and_of_their_zone_and_why_stands_behind() {
        MailTexts texts = new MailTexts();
        Phrase moved = Phrase.of("said.line.meetingMoved", "“Demo”", new Phrase.At(Instant.parse("2026-06-10T07:00:00Z"), "Asia/Tokyo"),
                LocalDate.of(2026, 6, 11)).about("Deal");
        assertEquals("Deal: Termin “Demo” verschoben von 10. Juni 2026, 09:00 (Europe/Berlin) auf 11. Juni 2026",
                texts.sentence(Locale.GERMANY, BERLIN, moved).get().replaceFirst(" um |, ", ", "));
        Phrase done = Phrase.of("said.line.done", "Call").and(Phrase.of("because.moved", "Qualified")).and(null)
                .and(Phrase.of("said.assigned", "Eve")).about("Deal");
        assertEquals("Deal: Call erledigt, weil der Vorgang nach Qualified gewechselt ist, zugewiesen an Eve",
                texts.sentence(Locale.GERMAN, BERLIN, done).get());
        assertEquals("Deal : Call terminé, car le dossier est passé à Qualified, attribué à Eve",
                texts.sentence(Locale.FRENCH, BERLIN, Phrase.parse(done.text()).get()).get());
        assertEquals("10 June 2026", texts.written(LocalDate.of(2026, 6, 10), Locale.ITALIAN, BERLIN));
        assertEquals("June 10, 2026", texts.written(LocalDate.of(2026, 6, 10), Locale.US, BERLIN));
        assertEquals("€1,200.50", texts.written(new Money(new BigDecimal("1200.5"), "EUR"), Locale.UK, BERLIN));
    }

    @Test
    public void of_an_english_sentence_only_what_is_a_day_or_an_hour_is_written_anew() {
        Phrase planned = Phrase.of("said.yours", "Call “2026-06-10”", "Deal", LocalDate.of(2026, 6, 10));
        assertEquals("Call “2026-06-10” is yours: Deal, due TODAY", Phrases.written("Call “2026-06-10” is yours: Deal, due 2026-06-10",
                planned, value -> "TODAY"));
        assertEquals("cut off: nothing is made up", "Call “2026-06-10” is yours: De…", Phrases.written("Call “2026-06-10” is yours: De…",
                planned, value -> "TODAY"));
        assertEquals(Phrases.shown(planned), Phrases.shown(Phrase.parse(Phrases.of(Phrases.shown(planned)).text()).get()));
        Phrase bare = Phrase.of("said.line.done", "Call").and(Phrase.of("because.created"));
        assertEquals(bare, Phrase.parse(bare.text()).get());
        assertEquals("yours", Phrases.shown(planned).key());
        assertEquals(LocalDate.of(2026, 6, 10), Phrases.shown(planned).values().get(2).day());
        Phrase longOne = Phrase.of("said.values", "x".repeat(600), "x".repeat(600), "x".repeat(600), "x".repeat(600), "x".repeat(600));
        assertEquals("too long for the database", null, longOne.text());
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
