package com.pivotino.crm.pipeline.internal.standard;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.search.spi.SearchHit;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities that the caller may read, as the list's filter {@code q} finds them. */
@Component(property = {"service.ranking:Integer=-100", SearchProvider.ID + "=opportunities", SearchProvider.NAME + "=Opportunities"})
public final class OpportunitySearch implements SearchProvider {

    private static final String OPEN = "open";

    private final OpportunityService opportunities;

    @Activate
    public OpportunitySearch(@Reference OpportunityService opportunities) {
        this.opportunities = opportunities;
    }

    @Override
    public List<SearchHit> search(SearchQuery query) {
        return opportunities.list(query.actor(), new ListQuery(query.limit(), null, null, false, Map.of("q", List.of(query.text()))))
                .items().stream().map(OpportunitySearch::hit).toList();
    }

    private static SearchHit hit(Opportunity card) {
        boolean open = OPEN.equals(card.outcome());
        String detail = Stream.of(card.customer() == null ? null : card.customer().name(),
                open && card.stage() != null ? card.stage().name() : null).filter(Objects::nonNull).collect(Collectors.joining(" \u00b7 "));
        return new SearchHit(RecordRef.opportunity(card.id()), card.name(), detail.isEmpty() ? null : detail, open ? null : card.outcome(),
                null, card.expectedRevenue(), "/opportunities/" + card.id());
    }
}
