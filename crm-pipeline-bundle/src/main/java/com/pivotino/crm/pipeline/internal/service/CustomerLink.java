package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.event.CustomerIdentified;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.Collections;
import java.util.List;

/**
 * Cards get another customer because of what happened to a contact. A message went to the address of an opportunity without a
 * customer: the contact becomes its customer, and that of other open opportunities with the same address and no customer; each
 * says so in its feed (SEMANTICS X5). A contact is deleted, or merged into another.
 */
public final class CustomerLink {

    private static final int MOST = 100;
    private static final int NAMED = 20;

    private final PipelineCore core;
    private final Editor editor;

    public CustomerLink(PipelineCore core) {
        this.core = core;
        this.editor = new Editor(core, null);
    }

    public void link(Transaction tx, PipelineStores db, long cardId, CustomerIdentified identified) {
        edit(tx, db, identified.customer().id(), db.opportunities().withoutCustomer(identified.email(), cardId, MOST));
    }

    /** The contact is deleted: each of its opportunities is edited and says so in its feed, whoever may read it. */
    public void unlink(Transaction tx, PipelineStores db, long contactId) {
        edit(tx, db, null, db.opportunities().ofCustomer(contactId));
    }

    /**
     * The contact is the same as another, who becomes the customer of all its opportunities. The act's answer names those that
     * the actor can read and counts the others.
     */
    public void relink(Transaction tx, PipelineStores db, ContactMerged merged) {
        List<OpportunityEntity> cards = db.opportunities().ofCustomer(merged.contactId());
        edit(tx, db, merged.into().id(), cards);
        List<OpportunityEntity> readable = cards.stream().filter(card -> core.mayRead(db, tx.actor(), card)).toList();
        readable.stream().limit(NAMED).forEach(card -> tell(tx, RecordRef.opportunity(card.id()),
                "\"" + card.name() + "\" goes to " + merged.into().name() + "."));
        RecordRef contact = new RecordRef("contact", merged.into().id());
        more(tx, contact, readable.size() - NAMED, "go");
        more(tx, contact, cards.size() - readable.size(), "that you cannot read go");
    }

    private static void more(Transaction tx, RecordRef contact, int count, String go) {
        if (count > 0) {
            String verb = count == 1 ? go.replaceFirst("go$", "goes") : go;
            tell(tx, contact, count + (count == 1 ? " more opportunity " : " more opportunities ") + verb + " along.");
        }
    }

    private static void tell(Transaction tx, RecordRef record, String sentence) {
        tx.effect(new Effect("opportunity.customer", record, sentence));
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
