package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.event.Transaction;
import java.util.Locale;

/**
 * A channel of ours: no plugin may act from inside a question, so it only says whether it can deliver, and tells of it in the
 * transaction that marks the reminder as handed over: exactly once.
 */
public interface OwnChannel extends ReminderChannel {

    /** Tells of the reminder in this transaction, in the reader's language. */
    void tell(ReminderMessage message, Locale reader, Transaction tx);

    /** Whether somebody has to dismiss it. */
    boolean stays();
}
