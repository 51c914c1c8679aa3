package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.chatter.internal.content.MessageFormatter;
import com.pivotino.crm.chatter.internal.recipient.PartyLookup;

/**
 * A message whose form has been checked and whose text is safe HTML; nothing of the database has been asked yet.
 *
 * @param html safe HTML, without people
 */
record MessageDraft(NewMessage input, String html) {

    /** Refuses what can be seen to be wrong without looking anything up. */
    static MessageDraft of(NewMessage input, MessageFormatter formatter) {
        String kind = input.kind();
        if (kind == null && input.replyTo() == null) {
            throw CrmException.invalid("kind", "required", "This is message or note.");
        }
        if (kind != null && !kind.equals(NewMessage.MESSAGE) && !kind.equals(NewMessage.NOTE)) {
            throw CrmException.invalid("kind", "invalid", "This is message or note.");
        }
        PartyLookup.requireAddresses("recipients.emails", input.recipients().emails());
        PartyLookup.requireAddresses("recipients.excludeEmails", input.recipients().excludeEmails());
        PartyLookup.requireAddresses("confirmExternal", input.confirmExternal());
        return new MessageDraft(input, formatter.html(input.body(), input.format()));
    }

    /** A post needs text or a file (SEMANTICS C3). */
    void requireContent() {
        if (html.isEmpty() && input.attachmentIds().isEmpty()) {
            throw CrmException.invalid("body", "required", "Write something or attach a file.");
        }
    }

    String format() {
        return input.format() == null ? "markdown" : input.format();
    }
}
