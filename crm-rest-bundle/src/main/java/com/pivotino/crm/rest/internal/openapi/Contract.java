package com.pivotino.crm.rest.internal.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** One OpenAPI document out of the fragments of the bundles that are there. */
final class Contract {

    private static final int MAX_CHARS = 2 << 20;

    private final Map<String, Object> root = new LinkedHashMap<>();
    private final BiConsumer<String, String> complaints;

    /** @param complaints hears the module and what is wrong with its fragment */
    Contract(BiConsumer<String, String> complaints) {
        this.complaints = complaints;
        for (String part : List.of("openapi", "info", "servers", "security", "tags", "paths", "components")) {
            root.put(part, part.equals("paths") || part.equals("components") ? new LinkedHashMap<>() : null);
        }
    }

    /** Adds a fragment; what an earlier one has said stays. A fragment that cannot be read is left out. */
    void add(String module, String yaml) {
        Object read;
        try {
            read = yaml().load(yaml);
        } catch (YAMLException e) {
            complaints.accept(module, "cannot be read: " + e.getMessage().replaceAll("\\s+", " "));
            return;
        }
        if (!(read instanceof Map<?, ?> fragment)) {
            complaints.accept(module, "is no mapping");
            return;
        }
        fragment.forEach((part, value) -> {
            String name = String.valueOf(part);
            if (name.equals("paths") || name.equals("components")) {
                merge(module, name, part(root, name), value, 2);
            } else if (root.containsKey(name) && root.get(name) == null) {
                root.put(name, value);
            } else if (name.equals("tags") && root.get(name) instanceof List<?> earlier && value instanceof List<?> more) {
                List<Object> tags = new ArrayList<>(earlier);
                tags.addAll(more);
                root.put(name, tags);
            }
        });
    }

    /** The document; parts that nobody has brought are left out. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>(root);
        document.values().removeIf(value -> value == null);
        NotModified.declare(part(root, "paths"));
        return document;
    }

    private void merge(String module, String where, Map<String, Object> into, Object from, int depth) {
        if (!(from instanceof Map<?, ?> members)) {
            return;
        }
        members.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (depth > 1 && value instanceof Map<?, ?>) {
                merge(module, where + "/" + name, part(into, name), value, depth - 1);
            } else if (into.putIfAbsent(name, value) != null && !into.get(name).equals(value)) {
                complaints.accept(module, where + "/" + name + " is described by another module too");
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>());
    }

    /** Plain data only; what looks like a date stays text. */
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARS);
        options.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, java.util.regex.Pattern pattern, String first, int limit) {
                if (!Tag.TIMESTAMP.equals(tag)) {
                    super.addImplicitResolver(tag, pattern, first, limit);
                }
            }
        });
    }
}
