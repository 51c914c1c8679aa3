package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;

/** Where an external person reads the conversation without an account (SEMANTICS W7). */
interface SharedLinks {

    /** The person's token for the record, or empty if the person has no access of their own. */
    Optional<String> token(EntityManager em, RecordRef record, PersonRef person, Instant now);
}
