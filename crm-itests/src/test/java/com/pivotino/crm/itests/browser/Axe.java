package com.pivotino.crm.itests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the axe violations of the views of a test, in the light and in the dark scheme.
 *
 * <p>Only colours differ between the schemes, so the dark scheme is asked for the rules about colours only. The script is put into a
 * page once and asked for violations only, for a check by AxeBuilder takes several times as long.
 */
final class Axe {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final String RUN = """
            async ([context, type, values]) => (await axe.run(context ?? document, {
                runOnly: {type, values}, resultTypes: ['violations'], iframes: false,
            })).violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.target} ${node.failureSummary}`))""";
    private static final String SCRIPT = script();

    private final List<String> violations = new ArrayList<>();

    List<String> violations() {
        return violations;
    }

    void look(Page page, String view) {
        look(page, null, view);
    }

    /** Looks only at the elements that match the CSS selector. */
    @SuppressWarnings("unchecked")
    void look(Page page, String within, String view) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        List<Object> all = new ArrayList<>();
        all.add(within);
        all.add("tag");
        all.add(TAGS);
        ((List<String>) page.evaluate(RUN, all)).forEach(violation -> violations.add(view + ": " + violation));
        all.set(1, "rule");
        all.set(2, COLOURS);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        ((List<String>) page.evaluate(RUN, all)).forEach(violation -> violations.add(view + " dark: " + violation));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static String script() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
