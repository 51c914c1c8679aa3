package com.pivotino.crm.directory.internal;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.mail.event.AddressBounced;
import com.pivotino.crm.directory.internal.service.ContactService;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Marks contacts whose mail came back for good, so that they are not ticked the next time (SEMANTICS X4, L5). */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=directory.bounces", DomainEventListener.TYPES + "=mail.AddressBounced"})
public final class BouncedAddresses implements DomainEventListener {

    private static final String BOUNCED = "mail.AddressBounced";

    private final ContactService contacts;

    @Activate
    public BouncedAddresses(@Reference DirectoryModule module) {
        this(module.services().contacts());
    }

    BouncedAddresses(ContactService contacts) {
        this.contacts = contacts;
    }

    @Override
    public void on(DomainEvent event) {
        AddressBounced bounced = BOUNCED.equals(event.type()) ? event.body(AddressBounced.class) : null;
        if (bounced != null && bounced.person() != null && !bounced.person().isUser()) {
            contacts.markBounced(Actor.system(ZoneOffset.UTC), bounced.person().id(), bounced.address());
        }
    }
}
