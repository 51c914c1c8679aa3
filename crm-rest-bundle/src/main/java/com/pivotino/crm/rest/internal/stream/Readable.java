package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.record.RecordProvider;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Who may read a record, as its own bundle says; nobody, if no bundle speaks for it. */
final class Readable {

    private final PluginInvoker invoker;
    private final Supplier<Collection<Plugin<RecordProvider>>> providers;

    Readable(PluginInvoker invoker, Supplier<Collection<Plugin<RecordProvider>>> providers) {
        this.invoker = invoker;
        this.providers = providers;
    }

    Optional<RecordAccess> access(RecordRef record) {
        return providers.get().stream()
                .filter(plugin -> record.type().equals(plugin.properties().get(RecordProvider.TYPE)))
                .sorted().findFirst()
                .flatMap(plugin -> invoker.ask(plugin, provider -> provider.find(record)).answer())
                .flatMap(found -> found).map(summary -> summary.access());
    }
}
