package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.EventTail;
import com.pivotino.crm.runtime.internal.lane.Dispatcher;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Durable listeners as services, and the log's end for who only follows it. */
@Component(service = {ListenersComponent.class, EventTail.class}, immediate = true)
public final class ListenersComponent implements EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(ListenersComponent.class);

    private final Dispatcher dispatcher;

    @Activate
    public ListenersComponent(@Reference ActsComponent acts) {
        dispatcher = acts.core().dispatcher();
        dispatcher.start();
    }

    @Deactivate
    public void close() {
        dispatcher.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go")
    public void come(DomainEventListener listener, ServiceReference<DomainEventListener> reference) {
        if (!(reference.getProperty(DomainEventListener.ID) instanceof String id) || id.isBlank()) {
            LOG.warn("A listener of {} is left out: it has no {}", reference.getBundle(), DomainEventListener.ID);
            return;
        }
        TypePatterns types = TypePatterns.ofProperty(reference.getProperty(DomainEventListener.TYPES));
        boolean earliest = "earliest".equals(reference.getProperty(DomainEventListener.START));
        boolean settled = Boolean.TRUE.equals(reference.getProperty(DomainEventListener.SETTLED));
        dispatcher.come(id, types.isEmpty() ? TypePatterns.of(List.of("*")) : types, earliest, settled, listener, false);
    }

    public void go(DomainEventListener listener) {
        dispatcher.go(listener);
    }

    @Override
    public long last() {
        return dispatcher.last();
    }

    @Override
    public List<DomainEvent> after(long position, int limit) {
        return dispatcher.after(position, limit);
    }

    @Override
    public Following follow(Consumer<List<DomainEvent>> follower) {
        return dispatcher.follow(follower);
    }
}
