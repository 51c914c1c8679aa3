package com.pivotino.crm.chatter.internal.mail.out;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class MailThreadTest {

    @Test
    public void the_first_mail_answers_nothing() {
        assertEquals(new MailThread(null, List.of()), MailThread.after(List.of(), null));
    }

    @Test
    public void a_mail_follows_on_the_last_one_or_on_the_one_that_it_answers() {
        assertEquals(new MailThread("<2>", List.of("<1>", "<2>")), MailThread.after(List.of("<1>", "<2>"), null));
        assertEquals(new MailThread("<1>", List.of("<2>", "<1>")), MailThread.after(List.of("<1>", "<2>"), "<1>"));
        assertEquals(new MailThread("<x>", List.of("<1>", "<x>")), MailThread.after(List.of("<1>"), "<x>"));
    }

    @Test
    public void references_are_the_first_and_the_last_ten() {
        List<String> chain = IntStream.rangeClosed(1, 30).mapToObj(i -> "<" + i + ">").toList();
        List<String> references = MailThread.after(chain, null).references();
        assertEquals(11, references.size());
        assertEquals("<1>", references.get(0));
        assertEquals("<21>", references.get(1));
        assertEquals("<30>", references.get(10));
    }
}
