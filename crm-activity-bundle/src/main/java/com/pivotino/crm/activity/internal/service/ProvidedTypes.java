package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Types that partners bring (SEMANTICS B3): remembered, so that they stay readable when their bundle is gone, and offered
 * only while it is there. Partners are asked by the first who needs types after something has come or gone, never by the
 * thread that brings or takes a service.
 */
final class ProvidedTypes {

    private static final Logger LOG = LoggerFactory.getLogger(ProvidedTypes.class);

    private final PluginInvoker invoker;
    private final Plugins<ActivityTypeProvider> providers = Plugins.of(ActivityTypeProvider.class);
    private volatile long known = -1;

    /** Whose type it is, and the type. */
    private record Brought(String provider, ActivityTypeDefinition type) {
    }

    ProvidedTypes(PluginInvoker invoker) {
        this.invoker = invoker;
    }

    /** Somebody has come, or has other properties now. */
    void add(ActivityTypeProvider provider, Map<String, Object> properties) {
        providers.come(provider, properties);
    }

    void remove(ActivityTypeProvider provider) {
        providers.go(provider);
    }

    /** Asks those who have come and remembers what they bring; nothing if nobody has come or gone. */
    void refresh(ActivityTransactions transactions) {
        long now = providers.changes();
        if (now == known) {
            return;
        }
        Map<String, Brought> brought = brought();
        transactions.aside(Act.of(Actor.system(ZoneOffset.UTC), DefaultActivityTypeService.ALL), (unit, tx) -> {
            remember(unit.store(), brought);
            // An act around it may be taken back, so this is known only after a commit.
            tx.afterCommit(() -> known = now);
            return null;
        });
    }

    private Map<String, Brought> brought() {
        Map<String, Brought> brought = new LinkedHashMap<>();
        Map<Plugin<ActivityTypeProvider>, List<String>> keys = new LinkedHashMap<>();
        providers.used().forEach(plugin -> {
            PluginAnswer<List<ActivityTypeDefinition>> answer = invoker.ask(plugin, ActivityTypeProvider::types);
            List<ActivityTypeDefinition> types = answer.answer().orElse(List.of()).stream().filter(Objects::nonNull).toList();
            keys.put(plugin, types.stream().map(ActivityTypeDefinition::key).toList());
            types.forEach(type -> brought.putIfAbsent(type.key(), new Brought(plugin.values(ActivityTypeProvider.ID).get(0), type)));
        });
        Plugins.tellShadowed(invoker, keys);
        return brought;
    }

    private static void remember(ActivityStore store, Map<String, Brought> brought) {
        Map<String, ActivityTypeEntity> kinds = new LinkedHashMap<>();
        store.kinds().forEach(kind -> kinds.put(kind.key(), kind));
        kinds.values().stream().filter(kind -> kind.provider() != null && !brought.containsKey(kind.key()))
                .forEach(ActivityTypeEntity::leave);
        brought.forEach((key, one) -> {
            Optional<ActivityTypeEntity> old = Optional.ofNullable(kinds.get(key));
            if (old.isPresent() && old.get().provider() == null) {
                LOG.warn("The workspace has an activity type {} of its own; that of {} is left out.", key, one.provider());
                return;
            }
            try {
                ActivityTypeEntity kind = old.orElseGet(() -> ActivityTypeEntity.provided(one.type()));
                kind.follow(one.provider(), one.type());
                if (old.isEmpty()) {
                    store.add(kind);
                }
            } catch (CrmException refusal) {
                LOG.warn("The activity type {} of {} is left out: {}", key, one.provider(), refusal.getMessage());
            }
        });
    }
}
