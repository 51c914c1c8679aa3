package com.pivotino.crm.itests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.After;
import org.junit.Before;

/** Tests of a manager who keeps a list of the settings. What they make bears a mark and is archived again, for all share one product. */
public abstract class KeptListCase extends BrowserCase {

    final String mark = Long.toString(System.nanoTime(), 36);
    Person manager;
    private final String path;
    private final String name;

    KeptListCase(String path, String name) {
        this.path = path;
        this.name = name;
    }

    @Before
    public void a_manager() {
        manager = Person.make(name, "manager");
    }

    @After
    public void archive_what_was_made() {
        for (JsonNode entry : entries()) {
            if (entry.path("active").asBoolean() && entry.path("name").asText().contains(mark)) {
                admin().patch(path + "/" + entry.path("id"), archived()).expect(200);
            }
        }
    }

    /** What the server is told to archive an entry. */
    Map<String, ?> archived() {
        return Map.of("active", false);
    }

    /** Those in use. */
    final JsonNode entries() {
        return admin().get(path + "?limit=200&active=true").expect(200).json().path("items");
    }
}
