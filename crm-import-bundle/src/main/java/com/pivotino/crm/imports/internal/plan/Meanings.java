package com.pivotino.crm.imports.internal.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.pivotino.crm.imports.internal.domain.ImportChoice;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.value.NearMatch;

/**
 * What the texts of a file's cells mean: what a person has said, else what we suggest. Keys are a field whose texts name
 * records ({@code stage, lostReason, customer, salesperson, team}: ids) or a column that goes to the description (another
 * spelling of the text).
 */
public final class Meanings {

    /** The fields whose texts name records. */
    public static final List<String> REFERENCES = List.of("stage", "lostReason", "customer", "salesperson", "team", "leader",
            "member");

    private final Map<String, Map<String, String>> said = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> suggested = new HashMap<>();

    public Meanings(ImportFile file, StageBook stages) {
        for (ImportChoice choice : file.choices()) {
            said.computeIfAbsent(choice.field(), field -> new LinkedHashMap<>()).put(choice.text(), choice.target());
        }
        for (ImportColumn column : file.columns()) {
            if ("stage".equals(column.field())) {
                Map<String, String> meanings = suggested.computeIfAbsent("stage", field -> new LinkedHashMap<>());
                column.choices().keySet().forEach(text -> meanings.put(text,
                        stages.suggest(text).map(stage -> String.valueOf(stage.id())).orElse(null)));
            } else if (ImportFields.DESCRIPTION.equals(column.field()) && column.content().equals("text")) {
                Map<String, String> spellings = spellings(column);
                if (!spellings.isEmpty()) {
                    suggested.put(column.name(), spellings);
                }
            }
        }
    }

    /** What was said of the text, null included; else what is suggested; empty if neither. */
    public Optional<String> of(String key, String text) {
        Map<String, String> spoken = said.getOrDefault(key, Map.of());
        return Optional.ofNullable(spoken.containsKey(text) ? spoken.get(text)
                : suggested.getOrDefault(key, Map.of()).get(text));
    }

    /** Whether somebody has said that the text means nothing. */
    public boolean denied(String key, String text) {
        Map<String, String> spoken = said.getOrDefault(key, Map.of());
        return spoken.containsKey(text) && spoken.get(text) == null;
    }

    /** All of them for the contract: ids as numbers; null for a stage that we have no suggestion for. */
    public Map<String, Map<String, Object>> all() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        suggested.forEach((key, texts) -> put(all, key, texts));
        said.forEach((key, texts) -> put(all, key, texts));
        return all;
    }

    private static void put(Map<String, Map<String, Object>> all, String key, Map<String, String> texts) {
        Map<String, Object> values = all.computeIfAbsent(key, any -> new LinkedHashMap<>());
        texts.forEach((text, target) -> values.put(text,
                target != null && REFERENCES.contains(key) ? (Object) Long.valueOf(target) : target));
    }

    /** Spellings that look wrong among a list's values: products, or few and often repeated ones; free text is left alone. */
    private static Map<String, String> spellings(ImportColumn column) {
        Map<String, Integer> counts = column.choices();
        Map<String, String> spellings = new LinkedHashMap<>();
        boolean list = column.name().toLowerCase(Locale.ROOT).contains("product") || counts.size() * 4 <= column.filled();
        if (counts.size() > 1 && list) {
            counts.keySet().forEach(text -> NearMatch.of(text, counts).ifPresent(better -> spellings.put(text, better)));
        }
        return spellings;
    }
}
