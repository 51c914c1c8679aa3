package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.directory.NewContact;
import java.time.LocalDate;
import java.util.List;

/**
 * The request that creates an opportunity; only the name is required.
 *
 * @param customerId    an existing contact, or null
 * @param customer      a contact to make, instead of {@code customerId}; or null
 * @param email         null for the customer's
 * @param phone         null for the customer's
 * @param stageId       null for the stage of kind new; a closed stage closes it at once
 * @param salespersonId null for the actor
 * @param teamId        null for the salesperson's first team, if they have one
 * @param priority      0 to 3; null for 0
 * @param tags          null for none; each at most 60 characters, at most 20
 * @param firstActivity null or true for a first activity (SEMANTICS A1)
 * @param lostReasonId  required if the stage is a lost one (SEMANTICS P14)
 * @param note          closing note if the stage is a lost one
 */
public record NewOpportunity(String name, Long customerId, NewContact customer, String email, String phone,
        Money expectedRevenue, Long stageId, Long salespersonId, Long teamId, Integer priority,
        LocalDate expectedClosing, String description, List<String> tags, Boolean firstActivity, Long lostReasonId,
        String note) {
    public NewOpportunity {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** The same with these people responsible. */
    public NewOpportunity ownedBy(Long salesperson, Long team) {
        return new NewOpportunity(name, customerId, customer, email, phone, expectedRevenue, stageId, salesperson, team,
                priority, expectedClosing, description, tags, firstActivity, lostReasonId, note);
    }

    /** Only a name; everything else as if not said. */
    public static NewOpportunity named(String name) {
        return new NewOpportunity(name, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}
