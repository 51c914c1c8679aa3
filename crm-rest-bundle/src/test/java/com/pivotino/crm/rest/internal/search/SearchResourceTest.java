package com.pivotino.crm.rest.internal.search;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.api.search.spi.SearchHit;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import com.pivotino.crm.testkit.DirectPlugins;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class SearchResourceTest {

    private static final Actor ANN = Actor.system(ZoneOffset.UTC);
    private static final SearchHit CRANE = SearchHit.of(RecordRef.opportunity(1), "Crane", "Harbour", "/opportunities/1");
    private static final SearchHit SECRET = SearchHit.of(RecordRef.opportunity(2), "Secret", null, "/opportunities/2");
    private static final SearchHit TICKET = SearchHit.of(new RecordRef("ticket", 5), "Broken", null, "/extensions/acme/5");
    private final SearchResource resource = new SearchResource(new DirectPlugins(), index());

    /** Knows two opportunities, of which one may be read. */
    private static RecordIndex index() {
        return (RecordIndex) Proxy.newProxyInstance(SearchResourceTest.class.getClassLoader(), new Class<?>[] {RecordIndex.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        Map<RecordRef, Object> known = new HashMap<>();
                        ((Collection<?>) arguments[0]).stream().map(RecordRef.class::cast).filter(ref -> ref.type().equals("opportunity"))
                                .forEach(ref -> known.put(ref, null));
                        return known;
                    }
                    return Set.of(RecordRef.opportunity(1));
                });
    }

    @Test
    public void hits_stand_in_groups_in_the_order_of_the_rankings_and_of_two_with_one_id_the_higher_is_used() {
        come("opportunities", "Opportunities", -100, query -> List.of(CRANE));
        come("tickets", "Tickets", 0, query -> List.of(TICKET));
        come("opportunities", "Deals", 1, query -> List.of(CRANE, SECRET));
        assertEquals(List.of("Deals [Crane]", "Tickets [Broken]"), find("x"));
    }

    @Test
    public void what_the_caller_may_not_read_is_left_out_whoever_finds_it() {
        come("deals", "Deals", 0, query -> List.of(SECRET));
        assertEquals(List.of(), find("secret"));
    }

    @Test
    public void a_provider_that_fails_is_named_and_the_others_count() {
        come("broken", "Broken", 1, query -> {
            throw new IllegalStateException("broken");
        });
        come("null", "Null", 1, query -> null);
        come("tickets", "Tickets", 0, query -> List.of(TICKET));
        assertEquals(List.of("Tickets [Broken]"), find("x"));
        assertEquals(Set.of("broken", "null"), Set.copyOf(resource.find(ANN, query("x", 50)).missing()));
    }

    @Test
    public void malformed_hits_are_left_out_and_too_many_cut_off() {
        come("tickets", "Tickets", 0, query -> Arrays.asList(null, SearchHit.of(null, "A", null, "/a"),
                SearchHit.of(TICKET.record(), " ", null, "/a"), SearchHit.of(TICKET.record(), "A", null, "https://elsewhere.example"),
                SearchHit.of(TICKET.record(), "A", null, "//elsewhere.example"), SearchHit.of(TICKET.record(), "A", null, null), TICKET,
                TICKET,
                TICKET));
        assertEquals(List.of("Tickets [Broken, Broken]"), found(resource.find(ANN, query("x", 2))));
    }

    @Test
    public void nothing_finds_nothing_and_a_novel_is_refused_before_anybody_is_asked() {
        come("tickets", "Tickets", 0, query -> {
            throw new AssertionError("nobody is asked");
        });
        assertEquals(List.of(), find("  "));
        assertEquals("q", assertThrows(CrmException.class, () -> find("x".repeat(201))).fields().get(0).field());
    }

    private interface Finds {
        List<SearchHit> of(SearchQuery query);
    }

    private void come(String id, String name, int ranking, Finds finds) {
        SearchProvider provider = finds::of;
        resource.come(provider, Map.of(SearchProvider.ID, id, SearchProvider.NAME, name, "service.ranking", ranking));
    }

    private static ListQuery query(String text, int limit) {
        return new ListQuery(limit, null, null, false, Map.of("q", List.of(text)));
    }

    private List<String> find(String text) {
        return found(resource.find(ANN, query(text, 50)));
    }

    private static List<String> found(SearchRound.Found found) {
        return found.items().stream().map(group -> group.name() + " " + group.hits().stream().map(SearchHit::title).toList()).toList();
    }
}
