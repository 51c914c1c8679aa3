package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.notification.spi.Audience;
import com.pivotino.crm.api.notification.spi.NotificationRule;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import java.util.Set;
import java.util.TreeSet;

/** Asks partners who else is told of an event; whoever fails names nobody. */
final class NotificationRules {

    private static final String USER = "user:[1-9]\\d{0,17}";

    private final Plugins<NotificationRule> plugins = Plugins.of(NotificationRule.class);
    private final PluginInvoker invoker;

    NotificationRules(PluginInvoker invoker) {
        this.invoker = invoker;
    }

    Plugins<NotificationRule> plugins() {
        return plugins;
    }

    /** Whether any rule is asked about this event. */
    boolean has(DomainEvent event) {
        return !plugins.matching(NotificationRule.TYPES, event.type()).isEmpty();
    }

    /** Ids of the users whom the rules for this event name. */
    Set<Long> recipients(DomainEvent event, Audience audience) {
        Set<Long> named = new TreeSet<>();
        for (Plugin<NotificationRule> plugin : plugins.matching(NotificationRule.TYPES, event.type())) {
            invoker.ask(plugin, rule -> rule.recipients(event, audience)).answer().ifPresent(people -> people.stream()
                    .filter(person -> person != null && person.matches(USER))
                    .forEach(person -> named.add(Long.valueOf(person.substring(person.indexOf(':') + 1)))));
        }
        return named;
    }
}
