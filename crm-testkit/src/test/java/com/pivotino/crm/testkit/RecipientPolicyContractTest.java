package com.pivotino.crm.testkit;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.notification.spi.ProposedRecipient;
import com.pivotino.crm.api.notification.spi.RecipientPolicy;
import com.pivotino.crm.api.notification.spi.RecipientProposal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The contract, on a policy that keeps it. */
public class RecipientPolicyContractTest extends RecipientPolicyContract {

    @Override
    protected RecipientPolicy policy() {
        return proposal -> proposal.recipients().stream().filter(one -> one.person() != null && !one.person().isUser())
                .collect(Collectors.toMap(one -> one, one -> "Nothing leaves the house."));
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(RecipientPolicy.SUBTYPES, "discussions");
    }

    @Override
    protected RecipientProposal proposal() {
        return new RecipientProposal(RecordRef.opportunity(1), "discussions", PersonRef.user(1), List.of(
                new ProposedRecipient(PersonRef.user(2), "Bob", null), new ProposedRecipient(PersonRef.contact(9), "Sue",
                "sue@example.com")));
    }
}
