package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.chatter.event.CustomerIdentified;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.Collections;
import java.util.List;

/**
 * A message went to the address of an opportunity without a customer: the contact becomes its customer, and that of other open
 * opportunities with the same address and no customer; each says so in its feed (SEMANTICS X5).
 */
public final class CustomerLink {

    private static final int MOST = 100;

    private final Editor editor;

    public CustomerLink(PipelineCore core) {
        this.editor = new Editor(core, null);
    }

    public void link(Transaction tx, PipelineStores db, long cardId, CustomerIdentified identified) {
        edit(tx, db, identified.customer().id(), db.opportunities().withoutCustomer(identified.email(), cardId, MOST));
    }

    /** The contact is deleted: each of its opportunities is edited and says so in its feed, whoever may read it. */
    public void unlink(Transaction tx, PipelineStores db, long contactId) {
        edit(tx, db, null, db.opportunities().ofCustomer(contactId));
    }

    private void edit(Transaction tx, PipelineStores db, Long customer, List<OpportunityEntity> cards) {
        Editing editing = new Editing(new MergePatch(Collections.singletonMap("customerId", customer)), null);
        for (OpportunityEntity card : cards) {
            Runnable edit = editor.ready(tx, db, card, editing);
            if (edit != null) {
                edit.run();
            }
        }
    }
}
