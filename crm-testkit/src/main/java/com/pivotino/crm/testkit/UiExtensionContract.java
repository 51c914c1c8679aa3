package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.ui.spi.UiElement;
import com.pivotino.crm.api.ui.spi.UiExtension;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** What every {@link UiExtension} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class UiExtensionContract {

    private static final Set<String> SLOTS = Set.of("card-badge", "form-section", "board-action", "menu-entry", "settings-page");
    private static final int TITLE = 60;

    /** The extension under test; always the same within one test. */
    protected abstract UiExtension extension();

    /** Where the bundle keeps what it serves under a module's path, such as {@code /ui/badge.js}: a resource of its class path. */
    protected abstract String resource(String module);

    @Test
    public void its_elements_stand_in_known_slots_under_a_tag_and_a_path_of_their_own() {
        List<UiElement> elements = extension().elements();
        assertFalse("it has elements", elements.isEmpty());
        for (UiElement element : elements) {
            assertTrue(element.slot() + " is a slot", SLOTS.contains(element.slot()));
            assertTrue(element.tag() + " has a hyphen and is not the product's",
                    element.tag().matches("[a-z][a-z0-9]*(-[a-z0-9]+)+") && !element.tag().startsWith("crm-"));
            assertTrue(element.module(), element.module().matches("/extensions/[a-z0-9-]+(/[A-Za-z0-9_-]+)*/[A-Za-z0-9_.-]+\\.js"));
            assertTrue("a title of at most " + TITLE, !element.title().isBlank() && element.title().length() <= TITLE);
        }
        assertEquals("each tag once", elements.size(), elements.stream().map(UiElement::tag).distinct().count());
    }

    @Test
    public void its_modules_are_in_the_bundle() {
        extension().elements().stream().map(UiElement::module).distinct().forEach(module ->
                assertNotNull(module + " is " + resource(module), getClass().getResource(resource(module))));
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(() -> extension().elements());
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("elements()", () -> extension().elements());
    }
}
