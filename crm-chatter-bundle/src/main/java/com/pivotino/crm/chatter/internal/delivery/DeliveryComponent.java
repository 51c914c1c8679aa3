package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Channels as services: as long as there is one with an id, there is a lane for it. */
@Component(service = {}, immediate = true)
public final class DeliveryComponent {

    private static final int EVERY_SECONDS = 1;

    private final Plugins<NotificationChannel> channels = Plugins.of(NotificationChannel.class);
    private final Map<String, ServiceRegistration<ScheduledJob>> lanes = new TreeMap<>();
    private final BundleContext bundle;
    private final PluginInvoker invoker;
    private final ChatterCore core;

    @Activate
    public DeliveryComponent(BundleContext bundle, @Reference ChatterCore core, @Reference PluginInvoker invoker) {
        this.bundle = bundle;
        this.core = core;
        this.invoker = invoker;
        openLanes();
    }

    @Deactivate
    public void close() {
        synchronized (lanes) {
            lanes.values().forEach(ServiceRegistration::unregister);
            lanes.clear();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go", updated = "come")
    public void come(NotificationChannel channel, Map<String, Object> properties) {
        channels.come(channel, properties);
        openLanes();
    }

    public void go(NotificationChannel channel) {
        channels.go(channel);
        openLanes();
    }

    private void openLanes() {
        synchronized (lanes) {
            Set<String> wanted = channels.used().stream().flatMap(channel -> channel.values(NotificationChannel.ID).stream())
                    .filter(id -> id.matches(ChannelIds.KEY)).collect(Collectors.toSet());
            lanes.entrySet().removeIf(lane -> {
                boolean gone = !wanted.contains(lane.getKey());
                if (gone) {
                    lane.getValue().unregister();
                }
                return gone;
            });
            wanted.forEach(id -> lanes.computeIfAbsent(id, this::open));
        }
    }

    private ServiceRegistration<ScheduledJob> open(String id) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(ScheduledJob.NAME, "chatter.deliver." + id);
        properties.put(ScheduledJob.EVERY_SECONDS, EVERY_SECONDS);
        return bundle.registerService(ScheduledJob.class, new DeliveryLane(id, channels, invoker, core), properties);
    }
}
