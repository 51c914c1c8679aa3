package com.pivotino.crm.chatter.internal.mail.out;

/**
 * What a server said to one mail.
 *
 * @param outcome what happened
 * @param reason  the server's answer or what went wrong on the way, one line; null if it was taken
 */
record SendResult(Outcome outcome, String reason) {

    enum Outcome {
        /** The server has taken it. */
        SENT,
        /** Not this time: this mail again later, others may go. */
        LATER,
        /** Not this time, nor any other mail now: the server is not there or lets nobody in. */
        NO_SERVER,
        /** Never. */
        REFUSED,
        /** Never, because the mailbox is not there. */
        NO_MAILBOX
    }

    static final SendResult SENT = new SendResult(Outcome.SENT, null);
}
