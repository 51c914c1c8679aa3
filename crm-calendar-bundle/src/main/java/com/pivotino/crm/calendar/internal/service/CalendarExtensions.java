package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.activity.ActivityService;
import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.plugin.Plugin;
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
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Those outside of this bundle who come and go at any moment: who delivers reminders, and who keeps activities. */
@Component(service = CalendarExtensions.class, configurationPid = "com.pivotino.crm.calendar")
@Designate(ocd = CalendarExtensions.Config.class)
public final class CalendarExtensions {

    /** What the operator sets. */
    @ObjectClassDefinition(name = "Calendar", description = "Invitations by mail")
    public @interface Config {

        @AttributeDefinition(description = "where people reach the product, for links in mails")
        String baseUrl() default "http://localhost:8181";
    }

    private final PluginInvoker invoker;
    private final String baseUrl;
    private final Plugins<ReminderChannel> channels = Plugins.of(ReminderChannel.class);
    private volatile ActivityService activities;

    @Activate
    public CalendarExtensions(@Reference PluginInvoker invoker, Config config) {
        this.invoker = invoker;
        this.baseUrl = config.baseUrl().replaceAll("/+$", "");
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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addActivities(ActivityService service) {
        activities = service;
    }

    public void removeActivities(ActivityService service) {
        if (activities == service) {
            activities = null;
        }
    }

    /** Who keeps activities, while they are there. */
    Optional<ActivityService> activities() {
        return Optional.ofNullable(activities);
    }

    /** Ids of the channels that are there. */
    Set<String> channelIds() {
        return channels.used().stream().map(channel -> String.valueOf(channel.properties().get(ReminderChannel.ID)))
                .collect(Collectors.toSet());
    }

    /** The channel with this id; of several the highest ranking. */
    public Optional<Plugin<ReminderChannel>> channel(String id) {
        return channels.best(ReminderChannel.ID, id);
    }

    /** Where people reach a page of the product. */
    String link(String path) {
        return baseUrl + path;
    }

    public PluginInvoker invoker() {
        return invoker;
    }
}
