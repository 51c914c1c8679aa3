package com.pivotino.crm.chatter.internal.mail.template;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class PlainTextTest {

    @Test
    public void paragraphs_lines_and_lists_stay_apart() {
        assertEquals("One\ntwo\n\nThree\n\n- a\n- b\n\nend",
                PlainText.of("<p>One<br>two</p><p>Three</p><ul><li>a</li><li>b</li></ul><p>end</p>"));
    }

    @Test
    public void a_link_is_named_behind_its_text() {
        assertEquals("See the offer (https://example.com/?a=1&b=2).",
                PlainText.of("<p>See <a href=\"https://example.com/?a=1&amp;b=2\">the offer</a>.</p>"));
        assertEquals("https://example.com", PlainText.of("<a href=\"https://example.com\">https://example.com</a>"));
    }

    @Test
    public void entities_are_read_and_unknown_ones_stay() {
        assertEquals("a < b & c \u00e9 \u20ac &unheard;", PlainText.of("a &lt; b &amp; c &#233; &#x20AC; &unheard;"));
        assertEquals("&amp;", PlainText.of("&amp;amp;"));
    }

    @Test
    public void what_is_no_html_does_no_harm() {
        assertEquals("a < b", PlainText.of("a < b"));
        assertEquals("", PlainText.of("<img src=x onerror=alert(1)>"));
    }
}
