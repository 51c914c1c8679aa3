package com.pivotino.crm.testkit.contract;

import com.pivotino.crm.testkit.contract.Routes.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Holds the routes of resource classes against an OpenAPI document, both ways: what is missing in one of them, and what the
 * document says of a route that its method does not do. Every bundle with resources has a test that calls {@link #check}.
 */
public final class RoutesAgainstContract {

    /** What the fragment of the REST bundle defines for all others, as {@code kind/name}. */
    public static final Set<String> SHARED = Set.of("responses/Problem", "schemas/Problem", "schemas/FieldProblem", "schemas/Money",
            "schemas/NamedRef", "schemas/RecordRef", "schemas/PersonRef", "schemas/Effect", "schemas/Undo", "schemas/ActPart",
            "parameters/limit", "parameters/cursor", "parameters/sort", "parameters/count", "parameters/dryRun",
            "parameters/idempotencyKey", "parameters/ifMatch", "parameters/ifNoneMatch");

    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

    private RoutesAgainstContract() {
    }

    /**
     * Checks the fragment {@code openapi/<module>.yaml} beside the first class against all resource classes of the bundle.
     *
     * @throws AssertionError naming everything that does not fit
     */
    public static void check(String module, Class<?>... resources) {
        List<String> complaints = complaints(read("openapi/" + module + ".yaml", resources[0].getClassLoader()), resources);
        if (!complaints.isEmpty()) {
            throw new AssertionError("openapi/" + module + ".yaml:\n  " + String.join("\n  ", complaints));
        }
    }

    /** What does not fit, a sentence each; empty if all does. The document may be YAML or JSON. */
    public static List<String> complaints(String document, Class<?>... resources) {
        Map<String, Object> root = object(new Yaml(new SafeConstructor(new LoaderOptions())).load(document));
        Map<String, Map<String, Object>> operations = operations(root);
        Map<String, Route> routes = Routes.of(resources);
        List<String> complaints = new ArrayList<>();
        for (String route : routes.keySet()) {
            if (!operations.containsKey(route)) {
                complaints.add(route + " is not in the contract");
            }
        }
        Set<String> ids = new HashSet<>();
        operations.forEach((name, operation) -> {
            Route route = routes.get(name);
            if (route == null) {
                complaints.add(name + " is in the contract, and no resource answers it");
            } else {
                new OperationCheck(name, operation, root, complaints).against(route);
            }
            if (operation.get("operationId") == null || !ids.add(String.valueOf(operation.get("operationId")))) {
                complaints.add(name + " needs an operationId of its own");
            }
        });
        Set<String> references = new TreeSet<>();
        references(root, references);
        for (String reference : references) {
            if (!resolves(root, reference)) {
                complaints.add("$ref " + reference + " leads nowhere");
            }
        }
        return complaints;
    }

    /** The routes that the document describes, as {@code GET /opportunities/{id}}. */
    public static Set<String> contractRoutes(String document) {
        return operations(object(new Yaml(new SafeConstructor(new LoaderOptions())).load(document))).keySet();
    }

    /** The routes of the classes, as {@code GET /opportunities/{id}}. */
    public static Set<String> routes(Class<?>... resources) {
        return Routes.of(resources).keySet();
    }

    private static Map<String, Map<String, Object>> operations(Map<String, Object> root) {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        object(root.get("paths")).forEach((path, item) -> object(item).forEach((verb, operation) -> {
            if (VERBS.contains(verb)) {
                Map<String, Object> merged = new TreeMap<>(object(operation));
                List<Object> parameters = new ArrayList<>(list(object(item).get("parameters")));
                parameters.addAll(list(merged.get("parameters")));
                merged.put("parameters", parameters);
                operations.put(verb.toUpperCase(Locale.ROOT) + " " + path, merged);
            }
        }));
        return operations;
    }

    private static void references(Object node, Set<String> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if ("$ref".equals(key)) {
                    found.add(String.valueOf(value));
                } else {
                    references(value, found);
                }
            });
        } else if (node instanceof Collection<?> values) {
            values.forEach(value -> references(value, found));
        }
    }

    private static boolean resolves(Map<String, Object> root, String reference) {
        String prefix = "#/components/";
        if (!reference.startsWith(prefix)) {
            return false;
        }
        String[] steps = reference.substring(prefix.length()).split("/");
        return SHARED.contains(reference.substring(prefix.length()))
                || steps.length == 2 && object(object(root.get("components")).get(steps[0])).containsKey(steps[1]);
    }

    static Map<String, Object> object(Object node) {
        Map<String, Object> object = new TreeMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return object;
    }

    static List<Object> list(Object node) {
        return node instanceof Collection<?> values ? new ArrayList<>(values) : List.of();
    }

    private static String read(String name, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("There is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
