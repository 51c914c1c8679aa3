package com.pivotino.crm.api.calendar.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Delivers reminders of events to people (SEMANTICS N3, B6). An OSGi service.
 *
 * <p>Several match one id: the highest ranking delivers; our own {@code popup} and {@code email} have ranking -100. Called
 * after the commit, outside of any transaction of ours. An exception, null or a timeout counts as {@code RETRY}: tried again
 * after 1 s, 10 s, 1 min, 10 min and 1 h, then given up, in sight of the operator. A call whose outcome got lost, for instance
 * by a crash, is made again: be idempotent on {@link ReminderMessage#key()}.
 */
@ConsumerType
@ExtensionPoint(required = ReminderChannel.ID, exclusive = ReminderChannel.ID, mayAct = true)
public interface ReminderChannel {

    /** Service property, required, String: lower case letters, digits, {@code -}; what reminders name as their channel. */
    String ID = "crm.channel.id";

    /** The result of a delivery. */
    enum Result {
        /** It has arrived, or somebody reliable has taken it. */
        DELIVERED,
        /** Try again later. */
        RETRY,
        /** This person cannot be reached by this channel; nobody tries again. */
        REJECTED
    }

    /** Delivers one reminder to one person. */
    Result deliver(ReminderMessage message);
}
