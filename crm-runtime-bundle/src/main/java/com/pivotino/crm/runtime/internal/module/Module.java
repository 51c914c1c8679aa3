package com.pivotino.crm.runtime.internal.module;

import com.pivotino.crm.api.module.ModuleInfo;
import com.pivotino.crm.runtime.internal.migration.ModuleSchema;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;

/** One bundle that calls itself a module, and how its schema is. */
public final class Module {

    public static final String HEADER = "CRM-Module";
    private static final String MIGRATIONS = "CRM-Migrations";
    private static final String AFTER = "CRM-Migrations-After";

    private final String name;
    private final Bundle bundle;
    private volatile boolean schemaReady;
    private volatile String problem;

    Module(String name, Bundle bundle) {
        this.name = name;
        this.bundle = bundle;
    }

    public String name() {
        return name;
    }

    /** {@code present}, {@code starting} while its schema is not ready, {@code failed} if it never will be. */
    public ModuleInfo info() {
        String state = problem != null ? "failed" : schemaReady || !hasMigrations() ? "present" : "starting";
        return new ModuleInfo(name, bundle.getVersion().toString(), state);
    }

    /** Why its schema is not ready, or null. */
    public String problem() {
        return problem;
    }

    public boolean hasMigrations() {
        return bundle.getHeaders("").get(MIGRATIONS) != null;
    }

    /** The module whose migrations come before its own, such as the one that its tables have come from; or null. */
    public String migratesAfter() {
        String after = bundle.getHeaders("").get(AFTER);
        return after == null ? null : after.strip();
    }

    /** The migrations in its bundle. */
    public ModuleSchema schema() {
        String folder = bundle.getHeaders("").get(MIGRATIONS);
        if (folder == null) {
            return new ModuleSchema(name, Map.of());
        }
        var entries = bundle.findEntries(folder.strip(), "*.sql", true);
        List<URL> urls = entries == null ? List.of() : Collections.list(entries);
        return ModuleSchema.read(name, folder.strip(), urls);
    }

    /** Its tables are as it needs them. */
    public void ready() {
        problem = null;
        schemaReady = true;
    }

    /** Its tables are not, or not yet again, as it needs them. */
    public void notReady(String why) {
        problem = why;
        schemaReady = false;
    }
}
