package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.chatter.event.MessageEdited;
import com.pivotino.crm.api.chatter.event.MessagePosted;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the deliveries of a message to many people out as soon as the message is posted or edited; nothing has to look for them. */
@Component(service = DomainEventListener.class, property = {DomainEventListener.ID + "=chatter.late",
    DomainEventListener.TYPES + "=chatter.MessagePosted", DomainEventListener.TYPES + "=chatter.MessageEdited"})
public final class LateDeliveriesListener implements DomainEventListener {

    private final ChatterCore core;

    @Activate
    public LateDeliveriesListener(@Reference ChatterCore core) {
        this.core = core;
    }

    @Override
    public void on(DomainEvent event) {
        long entry = event.type().equals("chatter.MessagePosted") ? event.body(MessagePosted.class).entryId()
                : event.body(MessageEdited.class).entryId();
        while (core.read(em -> new LateDeliveries(em).areOf(entry))) {
            core.automation(Set.of(), (em, tx) -> new LateDeliveries(em).writeSomeOf(entry));
        }
    }
}
