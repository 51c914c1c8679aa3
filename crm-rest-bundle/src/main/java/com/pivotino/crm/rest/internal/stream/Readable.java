package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.record.RecordProvider;
import java.util.Optional;

/** Who may read a record, as its own bundle says; nobody, if no bundle speaks for it. */
final class Readable {

    private final PluginInvoker invoker;
    private final Plugins<RecordProvider> providers;

    Readable(PluginInvoker invoker, Plugins<RecordProvider> providers) {
        this.invoker = invoker;
        this.providers = providers;
    }

    Optional<RecordAccess> access(RecordRef record) {
        return providers.best(RecordProvider.TYPE, record.type())
                .flatMap(plugin -> invoker.ask(plugin, provider -> provider.find(record)).answer())
                .flatMap(found -> found).map(summary -> summary.access());
    }
}
