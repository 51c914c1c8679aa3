package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.spi.NotificationRule;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Tells people what happened, after the act and never the one who acted (SEMANTICS X3, A10, A11, W4): notices in the app, and
 * deliveries by the other channels that each of them chose. Hears only of what is settled, so that nobody is told of what is
 * undone a moment later. An event that comes again changes nothing. What an import did is told to nobody. Who is told of a
 * message was written down when it was posted; this puts it into the inboxes.
 */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=chatter.inbox", DomainEventListener.SETTLED + ":Boolean=true",
    DomainEventListener.TYPES + "=pipeline.*", DomainEventListener.TYPES + "=activity.*",
    DomainEventListener.TYPES + "=calendar.*", DomainEventListener.TYPES + "=chatter.MessagePosted",
    DomainEventListener.TYPES + "=chatter.MessageEdited"})
public final class InboxListener implements DomainEventListener {

    private static final String DELETED = "pipeline.OpportunityDeleted";

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;
    private final NotificationRules rules;

    @Activate
    public InboxListener(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference Directory directory,
            @Reference SettingsService settings, @Reference PluginInvoker invoker) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
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
        } else if (event.type().startsWith("chatter.")) {
            messages(event);
        } else {
            changes(event);
        }
    }

    /** One act tells everybody; a message to a crowd is told in several. */
    private void messages(DomainEvent event) {
        while (true) {
            List<Long> users = acts.read(() -> jpa.txExpr(TransactionType.Required,
                    em -> new MessageNotices(em).waiting(event.id())));
            if (users.isEmpty()) {
                return;
            }
            act(users, (em, tx) -> new MessageNotices(em).tell(event, users, tx));
        }
    }

    private void changes(DomainEvent event) {
        ChangeAudience audience = new ChangeAudience(directory, rules);
        ChangeAudience.Sketch sketch = acts.read(() -> jpa.txExpr(TransactionType.Required, em -> audience.sketch(event, em)));
        if (sketch == null) {
            return;
        }
        // Partners are asked outside of any transaction of ours.
        Announcement told = audience.complete(event, sketch);
        if (!told.isEmpty()) {
            act(told.inApp().keySet(), (em, tx) ->
                new ChangeNotices(em, settings.current().mailDelaySeconds()).tell(event, told, tx));
        }
    }

    private void forget(RecordRef record) {
        List<Long> users = acts.read(() -> jpa.txExpr(TransactionType.Required, em -> new NotificationStore(em).usersOf(record)));
        if (!users.isEmpty()) {
            act(users, (em, tx) -> {
                NotificationStore store = new NotificationStore(em);
                store.forget(record);
                new TreeSet<>(users).forEach(user -> Inboxes.tell(store, tx, user));
            });
        }
    }

    private void act(Collection<Long> users, BiConsumer<EntityManager, Transaction> work) {
        acts.run(Act.of(Actor.system(ZoneOffset.UTC), "automation", users.stream().map(Inboxes::of).toList()),
                tx -> jpa.txExpr(TransactionType.Required, em -> {
                    work.accept(em, tx);
                    return null;
                }));
    }
}
