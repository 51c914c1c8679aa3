package com.pivotino.crm.api;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** A package that needs another one is not needed by it, directly or by way of others: each can be understood without those above it. */
public class PackageCircleTest {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z][\\w.]*?)\\.[A-Z].*;");

    @Test
    public void packages_of_a_module_form_no_circle() throws IOException {
        Map<String, Map<String, Set<String>>> modules = new TreeMap<>();
        for (Path file : JavaLayoutTest.sources("main")) {
            String text = Files.readString(file);
            Matcher own = PACKAGE.matcher(text);
            if (own.find()) {
                Set<String> needed = modules.computeIfAbsent(file.toString().replaceFirst("/src/.*", ""), any -> new TreeMap<>())
                        .computeIfAbsent(own.group(1), any -> new TreeSet<>());
                Matcher imported = IMPORT.matcher(text);
                while (imported.find()) {
                    needed.add(imported.group(1));
                }
                needed.remove(own.group(1));
            }
        }
        Map<String, Set<String>> circles = new TreeMap<>();
        modules.forEach((module, packages) -> {
            Set<String> left = circle(packages);
            if (!left.isEmpty()) {
                circles.put(module, left);
            }
        });
        assertEquals(Map.of(), circles);
    }

    @Test
    public void a_circle_is_found_and_what_leads_to_it_is_not() {
        assertEquals(Set.of("b", "c"), circle(Map.of("a", Set.of("b"), "b", Set.of("c", "other.module"), "c", Set.of("b", "d"),
                "d", Set.of())));
    }

    /** Takes away who needs nobody and whom nobody needs, until nothing changes; what is left stands in a circle. */
    private static Set<String> circle(Map<String, Set<String>> packages) {
        Map<String, Set<String>> left = new HashMap<>();
        packages.forEach((name, needed) -> left.put(name, new TreeSet<>(needed)));
        boolean changed = true;
        while (changed) {
            left.values().forEach(needed -> needed.retainAll(left.keySet()));
            Set<String> needed = new TreeSet<>();
            left.values().forEach(needed::addAll);
            List<String> free = new ArrayList<>(left.keySet());
            free.removeIf(name -> !left.get(name).isEmpty() && needed.contains(name));
            changed = !free.isEmpty();
            left.keySet().removeAll(free);
        }
        return new TreeSet<>(left.keySet());
    }
}
