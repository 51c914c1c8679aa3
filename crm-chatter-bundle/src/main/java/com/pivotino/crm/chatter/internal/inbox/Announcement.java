package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.chatter.internal.content.Said;
import com.pivotino.crm.chatter.internal.recipient.Party;
import java.util.List;

/**
 * Who is told of one event, and by what.
 *
 * @param handed what goes out by which channel, to users and people outside
 */
record Announcement(NotificationText text, List<Handed> handed) {

    /** Something for one person by one channel. */
    record Handed(String channel, Letter letter) {
    }

    /**
     * Somebody who is told.
     *
     * @param why one sentence: why they are told
     */
    record Letter(Party party, Said why) {
    }

    boolean isEmpty() {
        return handed.isEmpty();
    }
}
