package com.pivotino.crm.chatter.internal.mail.out;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a mail stands in its thread (SEMANTICS L1, RFC 5322 section 3.6.4). Message ids bear their angle brackets.
 *
 * @param parent     the mail that it answers, or null
 * @param references the first of the thread and the last ten, oldest first
 */
public record MailThread(String parent, List<String> references) {

    private static final int LAST = 10;

    /** A mail of its own. */
    static final MailThread NONE = new MailThread(null, List.of());

    public MailThread {
        references = List.copyOf(references);
    }

    /**
     * Follows on the mails of a thread.
     *
     * @param before what the person has of it, oldest first
     * @param parent the mail that is answered, or null for the last one
     */
    static MailThread after(List<String> before, String parent) {
        List<String> chain = new ArrayList<>(before);
        String answered = parent != null ? parent : chain.isEmpty() ? null : chain.get(chain.size() - 1);
        if (answered != null) {
            chain.remove(answered);
            chain.add(answered);
        }
        if (chain.size() > LAST + 1) {
            List<String> kept = new ArrayList<>(chain.subList(chain.size() - LAST, chain.size()));
            kept.add(0, chain.get(0));
            chain = kept;
        }
        return new MailThread(answered, chain);
    }
}
