package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import java.util.Optional;

/** Where an external person reads the conversation without an account (SEMANTICS W7). */
interface SharedLinks {

    /** The person's token for the record, or empty if the person has no access of their own. */
    Optional<String> token(Transaction tx, RecordRef record, PersonRef person);
}
