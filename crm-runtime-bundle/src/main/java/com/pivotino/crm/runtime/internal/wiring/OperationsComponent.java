package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.runtime.internal.integrity.Finding;
import com.pivotino.crm.runtime.internal.integrity.Verification;
import com.pivotino.crm.runtime.internal.lane.LaneReports;
import com.pivotino.crm.runtime.internal.plugin.PluginComponent;
import com.pivotino.crm.runtime.internal.plugin.PluginDirectory;
import com.pivotino.crm.runtime.internal.plugin.PluginInfo;
import com.pivotino.crm.runtime.internal.plugin.PluginProperties;
import com.pivotino.crm.runtime.internal.plugin.PluginSwitches;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.thread.Worker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the operator may ask and do; behind the shell commands. */
@Component(service = OperationsComponent.class, immediate = true)
public final class OperationsComponent {

    /** How soon another node hears of a plugin that was disabled. */
    private static final long SWITCH_MS = 5000;

    private final ActsComponent acts;
    private final PluginComponent plugins;
    private final LaneReports lanes;
    private final Verification verification;
    private final Map<IntegrityCheck, Plugin<IntegrityCheck>> checks = new ConcurrentHashMap<>();
    private final ReactionStore store = new ReactionStore();
    private final ListenersComponent listeners;
    private final PluginSwitches switches;
    private final PluginDirectory directory;
    private final Worker worker = new Worker("crm-operations");

    @Activate
    public OperationsComponent(BundleContext context, @Reference ActsComponent acts, @Reference ListenersComponent listeners,
            @Reference PluginComponent plugins) {
        this.acts = acts;
        this.listeners = listeners;
        this.switches = new PluginSwitches(acts.core().database());
        this.directory = new PluginDirectory(context, plugins.calls());
        this.plugins = plugins;
        this.lanes = new LaneReports(acts.core().database());
        this.verification = new Verification(acts.core().database(), acts.core().log());
        look();
        worker.every(SWITCH_MS, this::look);
    }

    @Deactivate
    public void close() {
        worker.close();
    }

    public List<LaneReports.Line> listeners() {
        return lanes.lines();
    }

    public List<LaneReports.Parked> parked(int limit) {
        return lanes.parked(limit);
    }

    /** All reactions that were ever here, with what is before them. */
    public List<ReactionStore.Backlog> reactions() {
        return database().inNew(store::backlogs);
    }

    /** The reactions that are here now; those that are left out say why. */
    public List<ReactionServices.Entry> reactionServices() {
        return acts.services().all();
    }

    /** The services of all extension points that are registered now. */
    public List<PluginInfo> plugins() {
        Map<Long, String> refusals = new HashMap<>();
        acts.services().all().stream().filter(entry -> entry.refusal() != null)
                .forEach(entry -> refusals.put(entry.plugin().serviceId(), entry.refusal()));
        return directory.all(refusals);
    }

    /** Who disabled which plugins, by the plugins' names; those that are not here included. */
    public Map<String, String> disabledPlugins() {
        return switches.disabled();
    }

    /** Disables a plugin on all nodes: it counts as absent. */
    public void disable(String plugin, String operator) {
        switches.disable(plugin, operator, acts.core().clock().instant());
        look();
    }

    /** Enables a plugin again and ends its quarantine. */
    public void enable(String plugin) {
        switches.enable(plugin);
        plugins.calls().enable(plugin);
        look();
    }

    private void look() {
        Set<String> names = switches.disabled().keySet();
        plugins.calls().disable(names);
        acts.services().disable(names);
        listeners.disable(names);
    }

    /**
     * Delivers parked events again, to the listener or reaction with this id.
     *
     * @return how many
     */
    public int replay(String id) {
        int toListener = lanes.again(id);
        int toReaction = database().inNew(connection -> store.unpark(connection, id));
        acts.core().dispatcher().again();
        return toListener + toReaction;
    }

    /** Forgets a reaction that will not come back; false if it is not known. */
    public boolean forget(String id) {
        return database().inNew(connection -> store.forget(connection, id));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go")
    public void come(IntegrityCheck check, ServiceReference<IntegrityCheck> reference) {
        checks.put(check, new Plugin<>(check, PluginProperties.of(reference)));
    }

    public void go(IntegrityCheck check) {
        checks.remove(check);
    }

    /** Looks at everything that must hold in all modules that are here. */
    public List<Finding> verify() {
        return verification.run(checks.values().stream().sorted().map(check -> new Verification.Part(
                String.valueOf(check.properties().getOrDefault(IntegrityCheck.MODULE, "?")), check.service())).toList());
    }

    private Database database() {
        return acts.core().database();
    }
}
