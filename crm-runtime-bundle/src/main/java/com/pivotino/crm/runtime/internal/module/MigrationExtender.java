package com.pivotino.crm.runtime.internal.module;

import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.runtime.internal.migration.Migrator;
import com.pivotino.crm.runtime.internal.migration.SchemaProblem;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.thread.Worker;
import java.time.Clock;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the schemas of all modules on the data source that is here, the runtime's own first, and says so by a
 * {@link SchemaReady} service for each. With another data source everything begins anew.
 */
@Component(service = {}, immediate = true)
public final class MigrationExtender implements ModuleWatch.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationExtender.class);
    private static final String RUNTIME = "runtime";
    private static final long TRY_AGAIN_MS = 2000;

    private final BundleContext context;
    private final ModuleWatch modules;
    private final Migrator migrator;
    private final Worker worker = new Worker("crm-migrations");
    // What waits for a schema starts on this thread, while the next schema is being migrated.
    private final Worker announcer = new Worker("crm-schema-ready");
    private final Map<Module, ServiceRegistration<SchemaReady>> ready = new ConcurrentHashMap<>();
    private final Set<Module> here = ConcurrentHashMap.newKeySet();
    private final Set<String> migrated = new HashSet<>();

    @Activate
    public MigrationExtender(BundleContext context, @Reference ModuleWatch modules,
            @Reference(target = "(osgi.jndi.service.name=crm)") DataSource dataSource,
            @Reference TransactionManager transactions, @Reference Clock clock) {
        this.context = context;
        this.modules = modules;
        this.migrator = new Migrator(new Database(dataSource, transactions), clock);
        modules.add(this);
    }

    @Deactivate
    public void close() {
        modules.remove(this);
        worker.close();
        announcer.close();
        here.forEach(this::withdraw);
    }

    @Override
    public void came(Module module) {
        here.add(module);
        if (module.hasMigrations()) {
            worker.soon(() -> migrate(module));
        }
    }

    @Override
    public void went(Module module) {
        here.remove(module);
        withdraw(module);
    }

    private void migrate(Module module) {
        if (!here.contains(module) || ready.containsKey(module)) {
            return;
        }
        try {
            if (!isMigrated(RUNTIME, module) || !isMigrated(module.migratesAfter(), module)) {
                worker.later(TRY_AGAIN_MS, () -> migrate(module));
                return;
            }
            migrator.migrate(module.schema());
            migrated.add(module.name());
            announcer.soon(() -> announce(module));
        } catch (SchemaProblem e) {
            LOG.error("The module {} cannot start: {}", module.name(), e.getMessage());
            module.notReady(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The schema of {} waits for the database: {}", module.name(), e.getMessage());
            worker.later(TRY_AGAIN_MS, () -> migrate(module));
        }
    }

    /**
     * Whether the tables that come first are there, whatever the order of bundles: the runtime's, and those of a module that this
     * one has its tables from. Migrates them if not.
     *
     * @param first the other module, or null for none
     */
    private boolean isMigrated(String first, Module module) {
        if (first == null || first.equals(module.name()) || migrated.contains(first)) {
            return true;
        }
        modules.all().stream().filter(other -> other.name().equals(first) && other.problem() == null)
                .findFirst().ifPresent(this::migrate);
        return migrated.contains(first);
    }

    private void announce(Module module) {
        if (!here.contains(module) || ready.containsKey(module)) {
            return;
        }
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(SchemaReady.MODULE, module.name()));
        ready.put(module, context.registerService(SchemaReady.class, new SchemaReady() { }, properties));
        // Only now: what waited for the schema has been started by the registration, so it is true that it is ready.
        module.ready();
        if (!here.contains(module)) {
            withdraw(module);
        }
    }

    private void withdraw(Module module) {
        ServiceRegistration<SchemaReady> registration = ready.remove(module);
        if (registration != null) {
            registration.unregister();
        }
        module.notReady(null);
    }
}
