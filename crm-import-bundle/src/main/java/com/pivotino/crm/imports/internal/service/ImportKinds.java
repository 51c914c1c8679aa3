package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.imports.spi.ImportField;
import com.pivotino.crm.api.imports.spi.RowImporter;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.plan.ImportFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The kinds of import that there are: the product's own, and those that plugins bring. Plugins are never asked in a transaction. */
@Component(service = ImportKinds.class)
public final class ImportKinds {

    private static final String KEY = "[a-z][a-z0-9-]{0,19}";

    private final PluginInvoker invoker;
    private final Plugins<RowImporter> importers = Plugins.of(RowImporter.class);
    private volatile Known known = new Known(-1, Map.of());

    /** The fields of the kinds that plugins bring, as of a change. */
    private record Known(long change, Map<ImportKind, List<ImportField>> fields) {
    }

    @Activate
    public ImportKinds(@Reference PluginInvoker invoker) {
        this.invoker = invoker;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addImporter(RowImporter importer, Map<String, Object> properties) {
        importers.come(importer, properties);
    }

    /** Its ranking or its kind has changed. */
    public void updatedImporter(RowImporter importer, Map<String, Object> properties) {
        addImporter(importer, properties);
    }

    public void removeImporter(RowImporter importer) {
        importers.go(importer);
    }

    /**
     * The kind with this key.
     *
     * @throws CrmException {@code validation_failed} on {@code kind}
     */
    ImportKind named(String key) {
        refresh();
        return Stream.concat(ImportKind.OWN.stream(), known.fields().keySet().stream()).filter(kind -> kind.key().equals(key)).findFirst()
                .orElseThrow(() -> CrmException.invalid("kind", key == null ? "required" : "invalid", "The kind is "
                        + Stream.concat(Stream.of("opportunities, contacts, users"), known.fields().keySet().stream().map(ImportKind::key))
                                .collect(Collectors.joining(", ")) + " or teams."));
    }

    /** Where the columns of such a file can go; nowhere while the plugin of its kind is away. */
    List<ImportField> fields(ImportKind kind) {
        return kind.isProvided() ? known.fields().getOrDefault(kind, List.of()) : ImportFields.of(kind);
    }

    /** Asks plugins that have come since the last time for their fields; not in a transaction. */
    void refresh() {
        long change = importers.changes();
        if (change == known.change()) {
            return;
        }
        Map<ImportKind, List<ImportField>> fields = new LinkedHashMap<>();
        boolean failed = false;
        for (Plugin<RowImporter> plugin : importers.used()) {
            PluginAnswer<List<ImportField>> answer = invoker.ask(plugin, RowImporter::fields);
            failed |= answer.failed() && !answer.disabled();
            plugin.values(RowImporter.KIND).stream().filter(key -> key.matches(KEY)).map(ImportKind::new).filter(ImportKind::isProvided)
                    .forEach(kind -> answer.answer().filter(all -> !all.isEmpty()).ifPresent(all -> fields.putIfAbsent(kind, all)));
        }
        known = new Known(failed ? -1 : change, fields);
    }

    /** The answer of the plugin that brings the kind; empty if it is away, fails, or does not answer. */
    <R> Optional<R> ask(ImportKind kind, Function<RowImporter, R> question) {
        return importers.matching(RowImporter.KIND, kind.key()).stream().findFirst()
                .flatMap(plugin -> invoker.ask(plugin, question).answer());
    }
}
