package com.pivotino.crm.chatter.internal.mail.template;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Locale;
import java.util.Map;
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
        assertEquals("Open in the CRM", texts.word(Locale.forLanguageTag("de-AT"), "open"));
        assertEquals("Ann's wrote about {1}:", texts.word(Locale.ROOT, "wrote", "Ann's", "{1}"));
        MailTexts.Texts filled = texts.fill("message", Locale.forLanguageTag("xx"), Map.of("body", "<p>Hi <b>Sue</b></p>", "why", "You follow it."));
        assertTrue(filled.text(), filled.text().startsWith("Hi Sue\n"));
        assertTrue(filled.html(), filled.html().contains("<p>Hi <b>Sue</b></p>"));
        assertFalse(filled.html(), filled.html().contains("{{"));
    }

    @Test
    public void plain_text_becomes_paragraphs_with_links() {
        assertEquals("<p>a &lt; b<br>c</p><p><a href=\"https://example.com/?x=1&amp;y=2\">https://example.com/?x=1&amp;y=2</a>.</p>",
                MailTexts.html("a < b\nc\n\nhttps://example.com/?x=1&y=2."));
    }
}
