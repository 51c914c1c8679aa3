package com.pivotino.crm.api.notification.spi;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import java.util.List;

/**
 * A notification and its proposed recipients.
 *
 * @param record     what it is about
 * @param subtype    the key of the subtype: {@code discussions} for messages, {@code notes}, {@code stage_changed} and so on
 * @param author     who wrote or did it; null for the product itself and for somebody who is no contact yet
 * @param recipients each person once
 */
public record RecipientProposal(RecordRef record, String subtype, PersonRef author, List<ProposedRecipient> recipients) {

    public RecipientProposal {
        recipients = List.copyOf(recipients);
    }
}
