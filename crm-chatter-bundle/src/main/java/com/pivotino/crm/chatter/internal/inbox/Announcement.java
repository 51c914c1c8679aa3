package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.chatter.internal.recipient.Party;
import java.util.List;
import java.util.Map;

/**
 * Who is told of one event, and by what.
 *
 * @param inApp by user, who is told in the app
 * @param handed what goes out by other channels, to users and people outside
 */
record Announcement(NotificationText text, Map<Long, Letter> inApp, List<Handed> handed) {

    /** Something for one person by one channel. */
    record Handed(String channel, Letter letter) {
    }

    /**
     * Somebody who is told.
     *
     * @param why one sentence
     */
    record Letter(Party party, String why) {
    }

    boolean isEmpty() {
        return inApp.isEmpty() && handed.isEmpty();
    }
}
