package com.pivotino.crm.testkit;

import com.pivotino.crm.testkit.internal.ComponentDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which components of some bundles would never start, and which service is missing to each, without a container. Reads
 * the components' descriptions under {@code OSGI-INF} in jars or in {@code target/classes} folders.
 *
 * <pre>{@code
 * assertEquals("", MissingServiceReport.of(List.of(Path.of("target/classes")), Set.of("com.pivotino.crm.api.directory.Directory")).text());
 * }</pre>
 */
public final class MissingServiceReport {

    private final List<String> lines;

    private MissingServiceReport(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Looks at bundles.
     *
     * @param bundles jars or folders
     * @param given   interfaces of services that are there anyway, such as those of the product
     */
    public static MissingServiceReport of(Collection<Path> bundles, Set<String> given) throws IOException {
        List<ComponentDescription> waiting = new ArrayList<>();
        for (Path bundle : bundles) {
            waiting.addAll(ComponentDescription.of(bundle));
        }
        Set<String> there = new HashSet<>(given);
        boolean more = true;
        while (more) {
            List<ComponentDescription> started = waiting.stream().filter(one -> there.containsAll(one.needed())).toList();
            started.forEach(one -> there.addAll(one.provided()));
            waiting.removeAll(started);
            more = !started.isEmpty();
        }
        return new MissingServiceReport(waiting.stream().map(one -> one.name() + " waits for " + String.join(", ",
                one.needed().stream().filter(need -> !there.contains(need)).map(need -> need + blamed(need, waiting)).toList())).sorted()
                .toList());
    }

    /** A service that somebody would provide is missing because that component waits too. */
    private static String blamed(String need, List<ComponentDescription> waiting) {
        return waiting.stream().filter(other -> other.provided().contains(need)).findFirst()
                .map(other -> " (of " + other.name() + ", which waits itself)").orElse("");
    }

    /** One line for each component that would not start, by name. */
    public List<String> lines() {
        return lines;
    }

    /** All lines; empty if every component would start. */
    public String text() {
        return String.join("\n", lines);
    }
}
