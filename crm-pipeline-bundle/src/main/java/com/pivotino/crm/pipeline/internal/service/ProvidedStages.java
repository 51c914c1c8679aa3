package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.pipeline.internal.domain.StageDefinitionKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the stages of all providers into the pipeline (ARCHITECTURE, rule 6). Providers are asked by the first act or view
 * that needs stages after one has come, changed or gone; never by the thread that brings or takes a service, and never inside
 * a transaction. Which stages are unavailable is known to this node alone: it is a fact about its bundles.
 */
@Component(service = ProvidedStages.class)
public final class ProvidedStages {
    private static final Logger LOG = LoggerFactory.getLogger(ProvidedStages.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final PluginInvoker invoker;
    private final Clock clock;
    private final Plugins<StageProvider> providers = Plugins.of(StageProvider.class);
    private volatile Snapshot known = new Snapshot(-1, Set.of(), null);

    /** @param askAgain when a provider that has failed is asked again, or null if none has failed */
    private record Snapshot(long change, Set<Long> unavailable, Instant askAgain) {
    }

    @Activate
    public ProvidedStages(@Reference PluginInvoker invoker, @Reference Clock clock) {
        this.invoker = invoker;
        this.clock = clock;
    }

    /** The standard stages are one of them, so the pipeline does not come up before its own stages. */
    @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
    public void addProvider(StageProvider provider, Map<String, Object> properties) {
        providers.come(provider, properties);
    }

    /** Its ranking or its teams have changed. */
    public void updatedProvider(StageProvider provider, Map<String, Object> properties) {
        addProvider(provider, properties);
    }

    public void removeProvider(StageProvider provider) {
        providers.go(provider);
    }

    /** Ids of the stages whose provider is away. */
    Set<Long> unavailable() {
        return known.unavailable();
    }

    /** Asks the providers and changes the pipeline; nothing if none has come or gone. */
    void refresh(PipelineCore core) {
        Snapshot last = known;
        long change = providers.changes();
        if (last.change() == change && (last.askAgain() == null || clock.instant().isBefore(last.askAgain()))) {
            return;
        }
        Map<StageDefinitionKey, StageDefinition> brought = new LinkedHashMap<>();
        boolean failed = collect(brought);
        Instant askAgain = failed ? clock.instant().plus(ASK_AGAIN) : null;
        Actor system = Actor.system(ZoneOffset.UTC);
        core.stagesAside(Act.of(system, StageRules.LADDER), (tx, db) -> {
            Set<Long> unavailable = new StageAdoption(db).adopt(brought);
            // An act around it may be taken back, so this is known only after a commit.
            tx.afterCommit(() -> known = new Snapshot(change, unavailable, askAgain));
        });
    }

    /** @return whether a provider has failed */
    private boolean collect(Map<StageDefinitionKey, StageDefinition> brought) {
        boolean failed = false;
        Map<Plugin<StageProvider>, List<String>> keys = new LinkedHashMap<>();
        for (Plugin<StageProvider> plugin : providers.used()) {
            PluginAnswer<List<StageDefinition>> answer = invoker.ask(plugin, StageProvider::stages);
            failed |= answer.failed();
            List<StageDefinition> stages = answer.answer().orElse(List.of()).stream().filter(Objects::nonNull).toList();
            keys.put(plugin, stages.stream().flatMap(stage -> teams(plugin).stream().map(team -> team == 0 ? stage.key()
                    : stage.key() + " of team " + team)).toList());
            for (StageDefinition stage : stages) {
                for (long team : teams(plugin)) {
                    StageDefinitionKey place = new StageDefinitionKey(stage.key(), team);
                    if (brought.putIfAbsent(place, stage) != null) {
                        LOG.info("The stage {} of {} is shadowed by a provider of a higher ranking.", stage.key(), plugin.name());
                    }
                }
            }
        }
        Plugins.tellShadowed(invoker, keys);
        return failed;
    }

    private static List<Long> teams(Plugin<StageProvider> plugin) {
        List<Long> teams = plugin.values(StageProvider.PIPELINE).stream().filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf).distinct().toList();
        return teams.isEmpty() ? List.of(0L) : teams;
    }
}
