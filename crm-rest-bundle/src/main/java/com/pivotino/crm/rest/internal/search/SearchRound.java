package com.pivotino.crm.rest.internal.search;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.api.search.spi.SearchHit;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks all providers one question; whoever fails is named and missing. */
final class SearchRound {

    private static final int TITLE = 200;
    private static final String PATH = "/(?!/)[^\\s\\\\]{0,300}";

    private final Plugins<SearchProvider> providers;
    private final PluginInvoker invoker;
    private final RecordIndex index;

    SearchRound(Plugins<SearchProvider> providers, PluginInvoker invoker, RecordIndex index) {
        this.providers = providers;
        this.invoker = invoker;
        this.index = index;
    }

    /**
     * What is found.
     *
     * @param missing ids of providers that did not answer
     */
    public record Found(List<Group> items, List<String> missing) {
    }

    /** The hits of one provider, at least one. */
    public record Group(String id, String name, List<SearchHit> hits) {
    }

    Found ask(SearchQuery query) {
        List<Group> groups = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Plugin<SearchProvider> plugin : providers.used()) {
            String id = plugin.values(SearchProvider.ID).get(0);
            PluginAnswer<List<SearchHit>> answer = invoker.ask(plugin, provider -> provider.search(query));
            if (answer.failed() && !answer.disabled()) {
                missing.add(id);
            }
            answer.answer().map(hits -> hits.stream().filter(SearchRound::isWellFormed).limit(query.limit()).toList())
                    .filter(hits -> !hits.isEmpty())
                    .ifPresent(hits -> groups.add(new Group(id, plugin.values(SearchProvider.NAME).get(0), hits)));
        }
        return new Found(readable(query.actor(), groups), missing);
    }

    private List<Group> readable(Actor actor, List<Group> groups) {
        Set<RecordRef> records = new HashSet<>();
        groups.forEach(group -> group.hits().forEach(hit -> records.add(hit.record())));
        if (records.isEmpty()) {
            return List.of();
        }
        Set<RecordRef> closed = new HashSet<>(index.find(records).keySet());
        closed.removeAll(index.readable(actor, records));
        return closed.isEmpty() ? groups : groups.stream().map(group -> new Group(group.id(), group.name(),
                group.hits().stream().filter(hit -> !closed.contains(hit.record())).toList())).filter(group -> !group.hits().isEmpty())
                .toList();
    }

    private static boolean isWellFormed(SearchHit hit) {
        return hit != null && hit.record() != null && hit.title() != null && !hit.title().isBlank()
                && hit.title().length() <= TITLE && hit.path() != null && hit.path().matches(PATH);
    }
}
