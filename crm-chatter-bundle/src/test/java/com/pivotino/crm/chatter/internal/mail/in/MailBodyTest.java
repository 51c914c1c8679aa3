package com.pivotino.crm.chatter.internal.mail.in;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class MailBodyTest {

    @Test
    public void what_is_quoted_at_the_end_is_told_apart() {
        assertEquals(new MailBody.Split("Yes.", "On Mon, 1 Jun 2026 at 9:00, Ann <crm@x>\nwrote:\n> Fifty?"),
                MailBody.split("Yes.\r\n\r\nOn Mon, 1 Jun 2026 at 9:00, Ann <crm@x>\r\nwrote:\r\n> Fifty?\r\n"));
        assertEquals(new MailBody.Split("Ja.", "Am 01.06.2026 um 09:00 schrieb Ann:\n> Fünfzig?"),
                MailBody.split("Ja.\n\nAm 01.06.2026 um 09:00 schrieb Ann:\n> Fünfzig?"));
        assertEquals(new MailBody.Split("Yes.", "-----Original Message-----\nFrom: Ann"),
                MailBody.split("Yes.\n\n-----Original Message-----\nFrom: Ann"));
        assertEquals(new MailBody.Split("Yes.", "> a\n> b"), MailBody.split("Yes.\n> a\n> b\n"));
    }

    @Test
    public void answers_between_the_quotes_stay_together() {
        String mixed = "> Fifty?\nYes.\n> Blue?\nNo.";
        assertEquals(new MailBody.Split(mixed, ""), MailBody.split(mixed));
        assertEquals(new MailBody.Split("> only quoted", ""), MailBody.split("> only quoted"));
    }

    @Test
    public void a_signature_is_left_out() {
        assertEquals(new MailBody.Split("Yes.", ""), MailBody.split("Yes.\n-- \nSue\n+49"));
    }

    @Test
    public void a_long_line_is_no_matter() {
        String line = "on " + "x ".repeat(50_000);
        assertEquals(line.strip(), MailBody.split(line).fresh());
    }
}
