package com.pivotino.crm.directory.internal.reaction;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.ContactMerging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes back what an undone act did to contacts (SEMANTICS P19). */
@Component(service = Reaction.class, property = {Reaction.ID + "=directory.undo", Reaction.TYPES + "=runtime.ActUndone"})
public final class DirectoryReaction implements Reaction {

    private final ContactMerging merging;

    @Activate
    public DirectoryReaction(@Reference DirectoryModule module) {
        merging = module.services().merging();
    }

    @Override
    public void react(DomainEvent event, Transaction transaction) {
        if ("contact".equals(event.record().type())) {
            merging.putBack(transaction, event.record(), event.body(ContactMerging.Undone.class));
        }
    }
}
