package com.pivotino.crm.runtime.internal.health;

import com.pivotino.crm.api.module.HealthCheck;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.runtime.internal.module.Module;
import com.pivotino.crm.runtime.internal.module.ModuleWatch;
import com.pivotino.crm.runtime.internal.plugin.PluginComponent;
import com.pivotino.crm.runtime.internal.plugin.PluginProperties;
import com.pivotino.crm.runtime.internal.plugin.PluginRecord;
import com.pivotino.crm.runtime.internal.wiring.Lists;
import com.pivotino.crm.runtime.internal.wiring.RuntimeConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks everything that readiness depends on; there as long as the bundle is, database or not. */
@Component(service = HealthComponent.class, configurationPid = RuntimeConfig.PID)
public final class HealthComponent {

    private static final int DATABASE_SECONDS = 2;
    /** Whether the launcher runs it; its shell lets nobody in while the directory is stopped. */
    private static final boolean LAUNCHED = System.getProperty("crm.data") != null;

    private final BundleContext context;
    private final ModuleWatch modules;
    private final PluginComponent plugins;
    private final Map<HealthCheck, Plugin<HealthCheck>> checks = new ConcurrentHashMap<>();
    private volatile List<String> required;

    @Reference(target = "(osgi.jndi.service.name=crm)", cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile DataSource dataSource;

    @Activate
    public HealthComponent(BundleContext context, @Reference ModuleWatch modules, @Reference PluginComponent plugins,
            RuntimeConfig config) {
        this.context = context;
        this.modules = modules;
        this.plugins = plugins;
        this.required = Lists.of(config.requiredModules());
    }

    @Modified
    public void modified(RuntimeConfig config) {
        required = Lists.of(config.requiredModules());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go")
    public void come(HealthCheck check, ServiceReference<HealthCheck> reference) {
        checks.put(check, new Plugin<>(check, PluginProperties.of(reference)));
    }

    public void go(HealthCheck check) {
        checks.remove(check);
    }

    /** Asks all, each for two seconds at most. */
    Readiness readiness() {
        List<Readiness.Check> found = new ArrayList<>();
        found.add(new Readiness.Check("database", database()));
        modules.all().forEach(module -> found.add(new Readiness.Check("module " + module.name(), problem(module))));
        List<String> present = modules.all().stream().map(Module::name).toList();
        required.stream().filter(name -> !present.contains(name)).forEach(name ->
                found.add(new Readiness.Check("module " + name, "The module is not installed or not started.")));
        ModuleWatch.unstarted(context.getBundles()).forEach(bundle ->
                found.add(new Readiness.Check("bundle " + bundle, "It was started and does not run; the log tells why.")));
        checks.values().stream().sorted().forEach(check -> found.add(new Readiness.Check(
                String.valueOf(check.properties().getOrDefault(HealthCheck.NAME, "?")), problem(check))));
        return Readiness.of(found, warnings());
    }

    private List<Readiness.Check> warnings() {
        List<Readiness.Check> found = new ArrayList<>();
        plugins.calls().states().stream().filter(PluginRecord.State::quarantined).forEach(state ->
                found.add(new Readiness.Check("plugin " + state.name(), "It is in quarantine: " + state.problem() + ".")));
        ModuleWatch.stopped(context.getBundles()).forEach(bundle -> found.add(new Readiness.Check(
                "module " + bundle.getHeaders("").get(Module.HEADER).strip(),
                "Somebody has stopped it, and what needs it waits. " + (LAUNCHED
                        ? "'./crm repair' starts it again, without signing in." : "crm:repair in Karaf's shell starts it again."))));
        return found;
    }

    private String database() {
        DataSource source = dataSource;
        if (source == null) {
            return "There is no data source crm; see etc/org.ops4j.datasource-crm.cfg.";
        }
        PluginAnswer<Boolean> answer = plugins.askNow(new Plugin<>(source, Map.of()), HealthComponent::answers);
        return answer.failed() || !answer.value() ? "The database does not answer." : null;
    }

    private static boolean answers(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(DATABASE_SECONDS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String problem(Module module) {
        return switch (module.info().state()) {
            case "present" -> null;
            case "failed" -> "It cannot start: " + module.problem() + ".";
            default -> "Its tables are not ready yet.";
        };
    }

    private String problem(Plugin<HealthCheck> check) {
        PluginAnswer<Optional<String>> answer = plugins.askNow(check, service -> Optional.ofNullable(service.problem()));
        return answer.failed() ? "The check failed: " + answer.failure() + "." : answer.value().orElse(null);
    }
}
