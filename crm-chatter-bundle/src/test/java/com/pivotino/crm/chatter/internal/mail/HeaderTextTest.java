package com.pivotino.crm.chatter.internal.mail;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class HeaderTextTest {

    @Test
    public void plain_text_stays_as_it_is() {
        assertEquals("Fifty chairs, größer \uD83D\uDE00", HeaderText.of("Fifty chairs, größer \uD83D\uDE00"));
    }

    @Test
    public void whatever_breaks_a_line_becomes_a_space() {
        assertEquals("a b", HeaderText.of("a\r\nb"));
        assertEquals("a b c d e", HeaderText.of("a\u2028b\u2029c\u0085d\u000Be"));
        assertEquals("a b", HeaderText.of("  a\u0000\u0000 \t b "));
        assertEquals("a b", HeaderText.of("a\uD800b"));
    }

    @Test
    public void it_is_never_too_long_and_never_null() {
        assertEquals("", HeaderText.of(null));
        assertTrue(HeaderText.of("x".repeat(10_000)).length() <= 250);
    }
}
