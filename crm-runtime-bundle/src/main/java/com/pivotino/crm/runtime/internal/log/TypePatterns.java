package com.pivotino.crm.runtime.internal.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Event type patterns: {@code pipeline.StageChanged}, {@code pipeline.*}, {@code *}. */
public final class TypePatterns {

    /** Matches every type. */
    public static final TypePatterns ALL = of(List.of("*"));

    private final List<String> patterns;

    private TypePatterns(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    public static TypePatterns of(Collection<String> patterns) {
        return new TypePatterns(patterns.stream().map(String::strip).filter(p -> !p.isEmpty()).distinct().toList());
    }

    /** Reads a String+ service property; empty if it is not there. */
    public static TypePatterns ofProperty(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof String[] array) {
            texts.addAll(List.of(array));
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(text -> texts.add(String.valueOf(text)));
        }
        return of(texts);
    }

    /** Reads what {@link #text} wrote. */
    public static TypePatterns parse(String text) {
        return of(List.of(text.split(",")));
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    public boolean matches(String type) {
        for (String pattern : patterns) {
            boolean prefix = pattern.endsWith("*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
            if (prefix || pattern.equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** These and others. */
    public TypePatterns with(TypePatterns others) {
        List<String> all = new ArrayList<>(patterns);
        all.addAll(others.patterns);
        return of(all);
    }

    /** Those of these that are not among others. */
    public TypePatterns without(TypePatterns others) {
        return of(patterns.stream().filter(pattern -> !others.patterns.contains(pattern)).toList());
    }

    /** A condition on {@code type} with one parameter for each of {@link #arguments}. */
    public String condition() {
        return "(" + String.join(" OR ", patterns.stream().map(p -> "type LIKE ? ESCAPE '!'").toList()) + ")";
    }

    public List<String> arguments() {
        return patterns.stream().map(TypePatterns::like).toList();
    }

    /** For the database, one line. */
    public String text() {
        return String.join(",", patterns);
    }

    @Override
    public String toString() {
        return text();
    }

    private static String like(String pattern) {
        String escaped = pattern.replace("!", "!!").replace("_", "!_").replace("%", "!%");
        return escaped.endsWith("*") ? escaped.substring(0, escaped.length() - 1) + "%" : escaped;
    }
}
