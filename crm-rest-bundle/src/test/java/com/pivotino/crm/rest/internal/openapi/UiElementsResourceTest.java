package com.pivotino.crm.rest.internal.openapi;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.ui.spi.UiElement;
import com.pivotino.crm.api.ui.spi.UiExtension;
import com.pivotino.crm.testkit.DirectPlugins;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class UiElementsResourceTest {

    private static final UiElement BADGE = new UiElement("card-badge", "acme-badge", "/extensions/acme/badge.js", "Badge");
    private final UiElementsResource resource = new UiElementsResource(new DirectPlugins());

    @Test
    public void elements_of_all_extensions_are_listed_and_the_higher_ranking_defines_a_tag() {
        UiElement other = new UiElement("form-section", "acme-badge", "/extensions/other/badge.js", "Other");
        resource.addExtension(() -> List.of(other), Map.of("service.ranking", -1));
        UiExtension acme = () -> List.of(BADGE);
        resource.addExtension(acme, Map.of());
        assertEquals(List.of(BADGE), resource.list().items());
        resource.removeExtension(acme);
        assertEquals(List.of(other), resource.list().items());
    }

    @Test
    public void a_script_of_another_place_an_unknown_slot_and_a_tag_of_the_product_are_left_out() {
        resource.addExtension(() -> List.of(
                new UiElement("card-badge", "acme-a", "https://elsewhere.example/a.js", "A"),
                new UiElement("card-badge", "acme-b", "/extensions/../ui/b.js", "B"),
                new UiElement("card-badge", "acme-c", "/extensions/acme/c.css", "C"),
                new UiElement("nowhere", "acme-d", "/extensions/acme/d.js", "D"),
                new UiElement("card-badge", "crm-card", "/extensions/acme/e.js", "E"),
                new UiElement("card-badge", "plain", "/extensions/acme/f.js", "F"),
                new UiElement("card-badge", "acme-g", "/extensions/acme/g.js", " "), BADGE), Map.of());
        assertEquals(List.of(BADGE), resource.list().items());
    }

    @Test
    public void an_extension_that_fails_takes_only_its_own_elements_away() {
        resource.addExtension(() -> {
            throw new IllegalStateException("broken");
        }, Map.of("service.ranking", 9));
        resource.addExtension(() -> List.of(BADGE), Map.of());
        assertEquals(List.of(BADGE), resource.list().items());
    }
}
