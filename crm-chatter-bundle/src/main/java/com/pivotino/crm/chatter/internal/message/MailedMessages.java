package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;

/** Posts what colleagues answer by mail. Not for other bundles. */
public interface MailedMessages {

    /** Whom the message may reach; asks partners' policies, so before the act. */
    Reach reach(Actor actor, RecordRef record, NewMessage message);

    /** Posts like the product does, except that the author does not become a follower by it (SEMANTICS X8). */
    FeedEntry postMailed(Actor actor, RecordRef record, NewMessage message, Reach reach);
}
