package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.chatter.internal.recipient.Party;
import java.util.List;
import java.util.Map;

/**
 * Who is told of one event, and by what.
 *
 * @param inApp by user, who is told in the app
 * @param mail  who gets mail of it, users and people outside
 */
record Announcement(NotificationText text, Map<Long, Letter> inApp, List<Letter> mail) {

    /**
     * Somebody who is told.
     *
     * @param why one sentence
     */
    record Letter(Party party, String why) {
    }

    boolean isEmpty() {
        return inApp.isEmpty() && mail.isEmpty();
    }
}
