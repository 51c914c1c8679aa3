package com.pivotino.crm.web.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One ES module as it stands in its file, read for joining: what it imports, what it exports, and the rest.
 *
 * <p>This is no parser of JavaScript. Import and export statements are found where they begin a line or follow a statement, in the forms
 * that our files and lit's have; {@link Joiner} refuses what is left over. Exports are bound once: no exported {@code let}, no default.
 */
final class SourceModule {
    private static final String STRING = "(?:\"([^\"\\n]+)\"|'([^'\\n]+)')";
    private static final Pattern IMPORT = Pattern.compile(
            "(?:^|(?<=[;}]))import ?(?:\\{([^}]*)\\} ?from ?)?" + STRING + ";?[ \\t]*\\n?", Pattern.MULTILINE);
    private static final Pattern EXPORT_LIST = Pattern.compile(
            "(?:^|(?<=[;}]))export ?(?:\\{([^}]*)\\}|\\*)(?: ?from ?" + STRING + ")?;?[ \\t]*\\n?", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile(
            "(?:^|(?<=[;}]))export (?=(?:const|class|(?:async )?function)\\b\\*? ?([\\w$]+))", Pattern.MULTILINE);
    private static final Pattern ON_DEMAND = Pattern.compile("\\bimport\\('(\\.[^']+)'\\)");
    private static final Pattern LEFT_OVER = Pattern.compile("^(?:import|export)\\b", Pattern.MULTILINE);
    private static final Pattern REMARKS =
            Pattern.compile("^[ \\t]*/\\*\\*(?!\\n? ?\\*? ?@license).*?\\*/[ \\t]*\\n|^//# sourceMappingURL=.*$",
            Pattern.MULTILINE | Pattern.DOTALL);

    private final String path;
    private final String body;
    /** Module to what is taken from it, by the name used here. */
    private final Map<String, Map<String, String>> imports = new LinkedHashMap<>();
    private final Map<String, String> exports = new LinkedHashMap<>();
    private final Set<String> passedOn = new LinkedHashSet<>();
    private final Set<String> onDemand = new LinkedHashSet<>();

    /** @param names turns a specifier into the path of a file */
    SourceModule(String path, String text, Names names) {
        this.path = path;
        String rest = IMPORT.matcher(REMARKS.matcher(text).replaceAll("")).replaceAll(found -> {
            take(names.path(path, either(found.group(2), found.group(3))), pairs(found.group(1)));
            return "";
        });
        rest = EXPORT_LIST.matcher(rest).replaceAll(found -> {
            exportList(names, found.group(1), either(found.group(2), found.group(3)));
            return "";
        });
        rest = EXPORT.matcher(rest).replaceAll(found -> {
            exports.put(found.group(1), found.group(1));
            return "";
        });
        Matcher later = ON_DEMAND.matcher(rest);
        while (later.find()) {
            onDemand.add(names.path(path, later.group(1)));
        }
        Matcher left = LEFT_OVER.matcher(rest);
        if (left.find()) {
            throw new IllegalArgumentException(path + " cannot be joined: "
                    + rest.substring(left.start(), Math.min(left.start() + 60, rest.length())));
        }
        body = rest;
    }

    /** How specifiers become paths. */
    interface Names {
        String path(String from, String specifier);
    }

    String path() {
        return path;
    }

    Set<String> imported() {
        return imports.keySet();
    }

    Set<String> onDemand() {
        return onDemand;
    }

    /**
     * This module as one expression: a function that runs its body and gives its exports.
     *
     * @param variables names the variable that holds another module's exports
     * @param later gives the expression that loads the file in which a module loaded on demand now is
     */
    String joined(Names variables, Names later) {
        StringBuilder out = new StringBuilder("(() => {\n");
        imports.forEach((from, taken) -> {
            if (!taken.isEmpty()) {
                out.append("const { ").append(list(taken, ": ")).append(" } = ").append(variables.path(path, from)).append(";\n");
            }
        });
        out.append(ON_DEMAND.matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement(later.path(path, found.group(1)))));
        List<String> given = new ArrayList<>();
        passedOn.forEach(from -> given.add("..." + variables.path(path, from)));
        exports.forEach((name, here) -> given.add(name.equals(here) ? name : name + ": " + here));
        return out.append("\nreturn { ").append(String.join(", ", given)).append(" };\n})()").toString();
    }

    private void exportList(Names names, String list, String specifier) {
        String from = specifier == null ? null : names.path(path, specifier);
        if (list == null) {
            take(from, Map.of());
            passedOn.add(from);
            return;
        }
        // export { here as outside }, or the same of another module under names that nothing here uses
        Map<String, String> taken = new LinkedHashMap<>();
        pairs(list).forEach((outside, here) -> {
            String local = from == null ? here : "passed$" + exports.size();
            taken.put(local, here);
            exports.put(outside, local);
        });
        if (from != null) {
            take(from, taken);
        }
    }

    private void take(String from, Map<String, String> names) {
        imports.computeIfAbsent(from, any -> new LinkedHashMap<>()).putAll(names);
    }

    /** {@code a as b, c} as b to a, c to c. */
    private static Map<String, String> pairs(String list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String one : list == null ? new String[0] : list.split(",")) {
            String[] words = one.trim().split(" as ");
            if (!words[0].isBlank()) {
                pairs.put(words[words.length - 1].trim(), words[0].trim());
            }
        }
        return pairs;
    }

    private static String list(Map<String, String> taken, String as) {
        List<String> parts = new ArrayList<>();
        taken.forEach((here, there) -> parts.add(here.equals(there) ? here : there + as + here));
        return String.join(", ", parts);
    }

    private static String either(String one, String other) {
        return one == null ? other : one;
    }
}
