package com.pivotino.crm.testkit;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.search.spi.SearchHit;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The contract, on a provider that keeps it. */
public class SearchProviderContractTest extends SearchProviderContract {

    @Override
    protected SearchProvider provider() {
        return query -> !"ticket".startsWith(query.text()) ? List.of() : LongStream.rangeClosed(1, 3).limit(query.limit())
                .mapToObj(id -> SearchHit.of(new RecordRef("ticket", id), "Ticket " + id, null, "/extensions/acme/tickets/" + id)).toList();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(SearchProvider.ID, "acme.tickets", SearchProvider.NAME, "Tickets");
    }

    @Override
    protected SearchQuery query() {
        return new SearchQuery(Actor.system(ZoneOffset.UTC), "tick", 5);
    }
}
