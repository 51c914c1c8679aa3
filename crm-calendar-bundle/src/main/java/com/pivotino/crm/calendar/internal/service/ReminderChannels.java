package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderChannel.Result;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Who delivers reminders; they come and go at any moment. */
@Component(service = ReminderChannels.class)
public final class ReminderChannels {

    private final PluginInvoker invoker;
    private final Plugins<ReminderChannel> channels = Plugins.of(ReminderChannel.class);

    @Activate
    public ReminderChannels(@Reference PluginInvoker invoker) {
        this.invoker = invoker;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addChannel(ReminderChannel channel, Map<String, Object> properties) {
        channels.come(channel, properties);
    }

    /** Its properties have changed. */
    public void updatedChannel(ReminderChannel channel, Map<String, Object> properties) {
        channels.come(channel, properties);
    }

    public void removeChannel(ReminderChannel channel) {
        channels.go(channel);
    }

    /** Ids of the channels that are there. */
    Set<String> ids() {
        return channels.used().stream().map(channel -> String.valueOf(channel.properties().get(ReminderChannel.ID)))
                .collect(Collectors.toSet());
    }

    /** The channel with this id if it is ours. */
    public Optional<OwnChannel> own(String id) {
        return channels.best(ReminderChannel.ID, id).map(Plugin::service).filter(OwnChannel.class::isInstance).map(OwnChannel.class::cast);
    }

    /** Asks the channel with this id, of several the highest ranking; never inside a transaction. */
    public PluginAnswer<Result> deliver(String id, ReminderMessage message) {
        return channels.best(ReminderChannel.ID, id).map(channel -> invoker.ask(channel, service -> service.deliver(message)))
                .orElseGet(() -> new PluginAnswer<>(null, "absent", "No channel " + id + " is there."));
    }
}
