package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import java.util.List;

/** Possible duplicates of a new contact or opportunity; best match first, at most ten of each. */
public record Duplicates(List<DuplicateContact> contacts, List<DuplicateOpportunity> opportunities) {
    public Duplicates {
        contacts = List.copyOf(contacts);
        opportunities = List.copyOf(opportunities);
    }

    /**
     * A contact.
     *
     * @param matched {@code email, phone, name}
     * @param open    its open opportunities that the caller may read
     */
    public record DuplicateContact(long id, String name, String email, String phone, String company,
            List<String> matched, long open) {
        public DuplicateContact {
            matched = List.copyOf(matched);
        }
    }

    /**
     * An open opportunity that the caller may read.
     *
     * @param matched {@code email, phone, name}
     */
    public record DuplicateOpportunity(long id, String name, StageRef stage, NamedRef customer, NamedRef salesperson,
            Money expectedRevenue, List<String> matched) {
        public DuplicateOpportunity {
            matched = List.copyOf(matched);
        }
    }
}
