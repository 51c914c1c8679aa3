package com.pivotino.crm.rest.internal.search;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code /search}: what all bundles find, ours and partners', in groups. */
@Component(service = SearchResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

    private static final int MOST_CHARS = 200;
    private static final int MOST_HITS = 20;

    private final Plugins<SearchProvider> providers = Plugins.of(SearchProvider.class);
    private final SearchRound round;

    @Activate
    public SearchResource(@Reference PluginInvoker invoker, @Reference RecordIndex index) {
        this.round = new SearchRound(providers, invoker, index);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go", updated = "come")
    public void come(SearchProvider provider, Map<String, Object> properties) {
        providers.come(provider, properties);
    }

    public void go(SearchProvider provider) {
        providers.go(provider);
    }

    @GET
    public SearchRound.Found find(@Context Actor actor, @Context ListQuery query) {
        query.allowing(Set.of("q"));
        String text = query.filter("q") == null ? "" : query.filter("q").strip();
        if (text.length() > MOST_CHARS) {
            throw CrmException.invalid("q", "too_long", "Look for at most " + MOST_CHARS + " characters.");
        }
        return text.isEmpty() ? new SearchRound.Found(List.of(), List.of())
                : round.ask(new SearchQuery(actor, text, Math.min(query.limit(), MOST_HITS)));
    }
}
