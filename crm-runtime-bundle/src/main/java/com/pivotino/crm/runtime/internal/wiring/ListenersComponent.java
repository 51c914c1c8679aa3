package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.internal.EventTail;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.runtime.internal.lane.Dispatcher;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.plugin.PluginProperties;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Durable listeners as services, and the log's end for who only follows it. */
@Component(service = {ListenersComponent.class, EventTail.class}, immediate = true)
public final class ListenersComponent implements EventTail {

    private final Dispatcher dispatcher;
    private final Plugins<DomainEventListener> listeners = Plugins.of(DomainEventListener.class);
    private Set<String> disabled = Set.of();

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
    public synchronized void come(DomainEventListener listener, ServiceReference<DomainEventListener> reference) {
        Map<String, Object> properties = PluginProperties.of(reference);
        if (listeners.come(listener, properties)) {
            open(new Plugin<>(listener, properties));
        }
    }

    public synchronized void go(DomainEventListener listener) {
        listeners.go(listener);
        dispatcher.go(listener);
    }

    /** Listeners with these names hear of nothing until they are enabled again; they go on where they stopped then. */
    synchronized void disable(Set<String> names) {
        Set<String> before = disabled;
        disabled = names;
        for (Plugin<DomainEventListener> listener : listeners.used()) {
            if (names.contains(listener.name()) && !before.contains(listener.name())) {
                dispatcher.go(listener.service());
            } else if (!names.contains(listener.name()) && before.contains(listener.name())) {
                open(listener);
            }
        }
    }

    private void open(Plugin<DomainEventListener> listener) {
        if (disabled.contains(listener.name())) {
            return;
        }
        TypePatterns types = TypePatterns.ofProperty(listener.properties().get(DomainEventListener.TYPES));
        boolean earliest = "earliest".equals(listener.properties().get(DomainEventListener.START));
        boolean settled = Boolean.TRUE.equals(listener.properties().get(DomainEventListener.SETTLED));
        dispatcher.come(listener.values(DomainEventListener.ID).get(0), types.isEmpty() ? TypePatterns.ALL : types,
                earliest, settled, listener.service(), false);
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
