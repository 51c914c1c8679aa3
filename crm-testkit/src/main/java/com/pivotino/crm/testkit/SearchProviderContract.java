package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.search.spi.SearchHit;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What every {@link SearchProvider} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class SearchProviderContract {

    private static final int MOST_CHARS = 200;

    /** The provider under test; always the same within one test. */
    protected abstract SearchProvider provider();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** A question to which it has at least one hit. */
    protected abstract SearchQuery query();

    @Test
    public void it_has_an_id_and_a_heading() {
        Plugin<SearchProvider> plugin = new Plugin<>(provider(), properties());
        assertEquals(SearchProvider.ID + " is required", 1, plugin.values(SearchProvider.ID).size());
        assertEquals(SearchProvider.NAME + " is required", 1, plugin.values(SearchProvider.NAME).size());
    }

    @Test
    public void its_hits_have_a_record_a_title_and_a_path_of_the_browser_ui_and_are_the_same_again() {
        List<SearchHit> hits = provider().search(query());
        assertFalse("something is found", hits.isEmpty());
        hits.forEach(hit -> {
            assertNotNull("a record", hit.record());
            assertFalse("a title", hit.title() == null || hit.title().isBlank() || hit.title().length() > MOST_CHARS);
            assertTrue(hit.path() + " begins with one slash", hit.path() != null && hit.path().matches("/(?!/)[^\\s\\\\]{0,300}"));
        });
        assertEquals(hits, provider().search(query()));
    }

    @Test
    public void it_is_at_ease_with_any_text_and_keeps_to_the_limit() {
        for (String text : List.of("%", "'", "\\", "_", "<b>", "@[user:1]", "\u00df", "x".repeat(MOST_CHARS), "no such thing at all")) {
            assertNotNull(text, provider().search(new SearchQuery(query().actor(), text, query().limit())));
        }
        assertTrue("one is wanted", provider().search(new SearchQuery(query().actor(), query().text(), 1)).size() <= 1);
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(() -> provider().search(query()));
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("search()", () -> provider().search(query()));
    }
}
