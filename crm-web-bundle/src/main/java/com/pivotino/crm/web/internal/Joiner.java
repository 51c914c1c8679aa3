package com.pivotino.crm.web.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins the modules of the site into few files, so that a first view is a handful of requests: what {@code app.js} imports is one file,
 * what only one {@code import('...')} needs is one each, and what several of these need is one that they share.
 *
 * <p>A module becomes a function that is called once and gives its exports; each stands after those that it imports, in the order in
 * which a browser would run them. So a module in a circle of imports cannot be joined and is refused, as is a form of import or export
 * that {@link SourceModule} does not know.
 *
 * <p>Style sheets are two: that of the folders whose modules the first file holds, with the shared ones, and that of all others. Whoever
 * loads a module on demand loads the second one beside it, and the module waits for it, so that nothing is seen without its style.
 */
final class Joiner {
    static final String ENTRY = "app.js";
    static final String SHARED = "joined/shared.js";
    static final String SHEET = "joined/site.css";
    static final String LATER_SHEET = "joined/later.css";

    private static final String COMPONENTS = "components/";
    /** One that does not come is asked for again with the next module. */
    private static final String DRESSED = """
            let sheet;
            const dressed = () => { sheet ??= new Promise(done => {
              const missing = () => { sheet = undefined; done(); };
              document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', onload: done, onerror: missing,
                href: new URL('./joined/later.css', import.meta.url).href }));
            }); return sheet; };
            """;

    private final Map<String, byte[]> files;
    private final SourceModule.Names names;
    private final Map<String, SourceModule> modules = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    /** Module to the joined file in which it is. */
    private final Map<String, String> homes = new LinkedHashMap<>();

    /** @param bare what the import map says of a specifier that is no path */
    Joiner(SortedMap<String, byte[]> files, Map<String, String> bare) {
        this.files = files;
        this.names = (from, specifier) -> specifier.startsWith(".") ? relative(from, specifier) : mapped(bare, specifier);
        assign();
    }

    /** The joined modules and the joined style sheet, by path below {@code web/}. */
    SortedMap<String, byte[]> joined(Collection<String> sheets) {
        SortedMap<String, byte[]> out = new TreeMap<>();
        for (String file : new TreeSet<>(homes.values())) {
            out.put(file, file(file).getBytes(StandardCharsets.UTF_8));
        }
        out.put(SHEET, sheet(sheets.stream().filter(this::isFirst)));
        out.put(LATER_SHEET, sheet(sheets.stream().filter(path -> !isFirst(path))));
        return out;
    }

    private byte[] sheet(Stream<String> paths) {
        return paths.map(this::text).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a sheet is shared, or lies beside a module of the first file. */
    private boolean isFirst(String sheet) {
        String folder = sheet.substring(0, sheet.lastIndexOf('/') + 1);
        return !folder.startsWith(COMPONENTS)
                || homes.entrySet().stream().anyMatch(e -> e.getValue().equals(ENTRY) && e.getKey().startsWith(folder));
    }

    private void assign() {
        place(List.of(ENTRY), Map.of(ENTRY, ENTRY));
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Deque<String> todo = new ArrayDeque<>(laterOf(homes.keySet()));
        while (!todo.isEmpty()) {
            String root = todo.poll();
            if (!homes.containsKey(root) && !needs.containsKey(root)) {
                needs.put(root, closure(List.of(root)));
                todo.addAll(laterOf(needs.get(root)));
            }
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        needs.forEach((root, closure) -> closure.forEach(path ->
                chosen.merge(path, "joined/" + root.substring(root.lastIndexOf('/') + 1), (one, other) -> SHARED)));
        place(needs.keySet(), chosen);
    }

    /** Orders all that these need, each after what it imports; what has a home already stays there. */
    private void place(Collection<String> roots, Map<String, String> chosen) {
        for (String path : closure(roots)) {
            homes.computeIfAbsent(path, any -> chosen.getOrDefault(path, ENTRY));
            variables.computeIfAbsent(path, any -> "m" + variables.size());
        }
    }

    private Set<String> laterOf(Collection<String> paths) {
        return paths.stream().flatMap(path -> module(path).onDemand().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> closure(Collection<String> roots) {
        Set<String> done = new LinkedHashSet<>();
        roots.forEach(root -> visit(root, done, new ArrayList<>()));
        return done;
    }

    private void visit(String path, Set<String> done, List<String> trail) {
        if (trail.contains(path)) {
            throw new IllegalArgumentException("A circle of imports: "
                    + String.join(" > ", trail.subList(trail.indexOf(path), trail.size())));
        }
        if (done.contains(path)) {
            return;
        }
        trail.add(path);
        module(path).imported().forEach(other -> visit(other, done, trail));
        trail.remove(trail.size() - 1);
        done.add(path);
    }

    private SourceModule module(String path) {
        SourceModule held = modules.get(path);
        if (held == null) {
            held = new SourceModule(path, text(path), names);
            modules.put(path, held);
        }
        return held;
    }

    private String file(String file) {
        Map<String, Set<String>> taken = new TreeMap<>();
        StringBuilder bodies = new StringBuilder();
        List<String> own = new ArrayList<>();
        variables.forEach((path, variable) -> {
            if (homes.get(path).equals(file)) {
                SourceModule module = modules.get(path);
                module.imported().stream().filter(other -> !homes.get(other).equals(file))
                        .forEach(other -> taken.computeIfAbsent(homes.get(other), any -> new LinkedHashSet<>()).add(variables.get(other)));
                bodies.append("// ").append(path).append("\nconst ").append(variable).append(" = ")
                        .append(module.joined((from, other) -> variables.get(other),
                        (from, later) -> onDemand(file, homes.get(names.path(from, later)))))
                        .append(";\n");
                own.add(variable);
            }
        });
        StringBuilder out = new StringBuilder();
        if (!file.equals(ENTRY)) {
            taken.computeIfAbsent(ENTRY, any -> new LinkedHashSet<>()).add("dressed");
        }
        if (file.equals(ENTRY) && homes.values().stream().anyMatch(home -> !home.equals(ENTRY))) {
            out.append(DRESSED);
            own.add("dressed");
        }
        taken.forEach((other, what) -> out.append("import { ").append(String.join(", ", what)).append(" } from '")
                .append(between(file, other)).append("';\n"));
        if (!file.equals(ENTRY)) {
            out.append("await dressed();\n");
        }
        return out.append(bodies).append("export { ").append(String.join(", ", own)).append(" };\n").toString();
    }

    /** The sheet is on its way beside the module. */
    private static String onDemand(String from, String to) {
        String module = "import('" + between(from, to) + "')";
        return from.equals(ENTRY) ? "(dressed(), " + module + ")" : module;
    }

    /** All joined files lie in one folder, but for the entry, which lies above it. */
    private static String between(String from, String to) {
        return (from.equals(ENTRY) ? "./" + to : to.equals(ENTRY) ? "../" + to : "./" + to.substring(to.lastIndexOf('/') + 1));
    }

    private static String relative(String from, String specifier) {
        return java.net.URI.create("/" + from).resolve(specifier).getPath().substring(1);
    }

    private static String mapped(Map<String, String> bare, String specifier) {
        String exact = bare.get(specifier);
        if (exact != null) {
            return exact;
        }
        String folder = bare.keySet().stream().filter(name -> name.endsWith("/") && specifier.startsWith(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No module is named " + specifier));
        return bare.get(folder) + specifier.substring(folder.length());
    }

    private String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("No file " + path);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
