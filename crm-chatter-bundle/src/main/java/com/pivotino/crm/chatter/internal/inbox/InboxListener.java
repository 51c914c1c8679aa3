package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.notification.spi.NotificationRule;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.chatter.internal.delivery.LateDeliveries;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Tells people what happened, after the act and never the one who acted (SEMANTICS X3, A10, A11, W4): a delivery by each of
 * the channels that they chose, the app among them. Hears only of what is settled, so that nobody is told of what is undone a
 * moment later. An event that comes again changes nothing. What an import did is told to nobody. Who is told of a message was
 * written down when it was posted.
 */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=chatter.inbox", DomainEventListener.SETTLED + ":Boolean=true",
    DomainEventListener.TYPES + "=pipeline.*", DomainEventListener.TYPES + "=activity.*",
    DomainEventListener.TYPES + "=calendar.*"})
public final class InboxListener implements DomainEventListener {

    private static final String DELETED = "pipeline.OpportunityDeleted";

    private final ChatterCore core;
    private final SettingsService settings;
    private final NotificationRules rules;
    private final ChannelIds channels;
    private final RecipientPolicies policies;

    @Activate
    public InboxListener(@Reference ChatterCore core, @Reference SettingsService settings, @Reference PluginInvoker invoker,
            @Reference ChannelIds channels, @Reference RecipientPolicies policies) {
        this.core = core;
        this.settings = settings;
        this.channels = channels;
        this.policies = policies;
        this.rules = new NotificationRules(invoker);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go", updated = "come")
    public void come(NotificationRule rule, Map<String, Object> properties) {
        rules.plugins().come(rule, properties);
    }

    public void go(NotificationRule rule) {
        rules.plugins().go(rule);
    }

    @Override
    public void on(DomainEvent event) {
        if ("import".equals(event.cause())) {
            return;
        }
        if (DELETED.equals(event.type())) {
            forget(event.record());
        } else {
            changes(event);
        }
    }

    private void changes(DomainEvent event) {
        ChangeAudience audience = new ChangeAudience(core, rules, policies, channels.partners());
        ChangeAudience.Sketch sketch = core.read(em -> audience.sketch(event, em));
        if (sketch == null) {
            return;
        }
        // Partners are asked outside of any transaction of ours.
        Announcement told = audience.complete(event, sketch);
        if (!told.isEmpty()) {
            act(Set.of(), (em, tx) -> new ChangeDeliveries(em, settings.current().mailDelaySeconds()).write(event, told, tx));
        }
    }

    private void forget(RecordRef record) {
        List<Long> users = core.read(em -> new NotificationStore(em).usersOf(record));
        act(users, (em, tx) -> {
            NotificationStore store = new NotificationStore(em);
            new LateDeliveries(em).writeOf(record);
            store.forget(record, tx.now());
            Inboxes.tell(store, tx, users);
        });
    }

    private void act(Collection<Long> users, BiConsumer<EntityManager, Transaction> work) {
        core.automation(users.stream().map(Inboxes::of).collect(Collectors.toSet()), (em, tx) -> {
            work.accept(em, tx);
            return null;
        });
    }
}
