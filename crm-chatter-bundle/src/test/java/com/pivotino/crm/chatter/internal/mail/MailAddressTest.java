package com.pivotino.crm.chatter.internal.mail;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class MailAddressTest {

    @Test
    public void the_domain_is_in_lower_case_and_in_ascii() {
        assertEquals("Sue.Smith@example.com", MailAddress.parse(" Sue.Smith@Example.COM ").orElseThrow().toString());
        assertEquals("sue@xn--mller-kva.example", MailAddress.parse("sue@müller.example").orElseThrow().toString());
        assertEquals("sue.smith@example.com", MailAddress.parse("Sue.Smith@Example.COM").orElseThrow().normalised());
    }

    @Test
    public void what_could_leave_its_place_is_no_address() {
        for (String text : new String[] {null, "", "sue", "@example.com", "sue@", "a b@example.com", "sue@example.com\r\nBcc: x@y.z",
            "sue\r\n@example.com", "\"a b\"@example.com", "sue@exa mple.com", "sue@example.com>", "<sue@example.com", "a,b@example.com",
            "sue\u0000@example.com", "s\u760Due@example.com", "sue@-x.example", "sue@x..example", "..@example.com",
            "x".repeat(65) + "@example.com", "sue@" + "x.".repeat(150) + "example", "a@b\u2028c.example"}) {
            assertTrue(String.valueOf(text), MailAddress.parse(text).isEmpty());
        }
    }

    @Test
    public void a_tag_is_read_from_an_address_of_the_same_mailbox_only() {
        MailAddress ours = new MailAddress("crm", "example.com");
        assertEquals("r.abc", ours.tagOf(MailAddress.parse("CRM+R.abc@example.com").orElseThrow()));
        assertNull(ours.tagOf(MailAddress.parse("crm@example.com").orElseThrow()));
        assertNull(ours.tagOf(MailAddress.parse("crm+r.abc@example.org").orElseThrow()));
        assertNull(ours.tagOf(MailAddress.parse("acrm+r.abc@example.com").orElseThrow()));
    }
}
