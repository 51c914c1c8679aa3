package com.pivotino.crm.imports.internal.plan;

import com.pivotino.crm.api.imports.spi.ImportField;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.value.NearMatch;

/**
 * Where the columns of a file probably belong, by their headers and, failing that, by what they hold. What belongs
 * nowhere goes into an opportunity's description, so that nothing is lost.
 */
public final class MappingSuggestion {

    /** By content: word in the header to field. */
    private static final Map<String, Map<String, String>> WORDS = Map.of("date", Map.of("clos", "closingDate", "creat", "createdAt"),
            "amount", Map.of("amount", "expectedRevenue", "revenue", "expectedRevenue", "probab", "probability"));
    private static final List<String> OFFICES = List.of("regionaloffice", "office", "region");

    private final ImportKind kind;
    private final List<ImportField> all;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private MappingSuggestion(ImportKind kind, List<ImportField> all) {
        this.kind = kind;
        this.all = all;
    }

    /**
     * A field or null for every column.
     *
     * @param fields     where columns can go
     * @param stageNames names of stages in bare form, to know a column of stages by
     */
    public static Map<String, String> of(ImportKind kind, List<ImportField> fields, List<ImportColumn> columns, Set<String> stageNames) {
        MappingSuggestion suggestion = new MappingSuggestion(kind, fields);
        columns.forEach(column -> suggestion.fields.put(column.name(), null));
        suggestion.byHeader(columns);
        suggestion.byContent(columns, stageNames);
        suggestion.byWord(columns);
        if (kind.equals(ImportKind.OPPORTUNITIES)) {
            suggestion.fields.replaceAll((column, field) -> field == null ? ImportFields.DESCRIPTION : field);
        }
        return suggestion.fields;
    }

    /**
     * How to name what a file has no single column for: opportunities by the first column of the description that holds
     * a choice, and the customer; the teams of a regional office by the office and who leads them there. Null if there
     * is a column, or nothing to name them by.
     */
    public static String nameTemplate(ImportKind kind, List<ImportColumn> columns) {
        if (kind.equals(ImportKind.OPPORTUNITIES) && named(columns, "name") == null) {
            String choice = columns.stream().filter(column -> ImportFields.DESCRIPTION.equals(column.field()))
                    .filter(column -> column.content().equals("text") && column.choices().size() > 1)
                    .map(ImportColumn::name).findFirst().orElse(null);
            return joined(choice, named(columns, "customer"));
        }
        String team = kind.equals(ImportKind.TEAMS) ? named(columns, "team") : null;
        boolean office = team != null && OFFICES.contains(NearMatch.bare(team));
        return office && named(columns, "leader") != null ? joined(team, named(columns, "leader")) : null;
    }

    private static String named(List<ImportColumn> columns, String field) {
        return columns.stream().filter(column -> field.equals(column.field())).map(ImportColumn::name).findFirst().orElse(null);
    }

    private static String joined(String first, String second) {
        String text = Stream.of(first, second).filter(Objects::nonNull).map(name -> "{" + name + "}").collect(Collectors.joining(" - "));
        return text.isEmpty() ? null : text;
    }

    /** Rounds by how usual a header is for the field, so that {@code opportunity_id} wins over {@code id}. */
    private void byHeader(List<ImportColumn> columns) {
        int rounds = all.stream().mapToInt(field -> field.headers().size()).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            for (ImportField field : all) {
                if (round < field.headers().size()) {
                    String header = field.headers().get(round);
                    columns.stream().filter(column -> NearMatch.bare(column.name()).equals(header))
                            .forEach(column -> take(column, field));
                }
            }
        }
    }

    private void byContent(List<ImportColumn> columns, Set<String> stageNames) {
        for (ImportColumn column : columns) {
            Set<String> choices = column.choices().keySet();
            if (column.content().equals("email")) {
                ImportFields.find(all, "email").ifPresent(field -> take(column, field));
            } else if (choices.size() > 1 && choices.stream().allMatch(choice -> stageNames.contains(NearMatch.bare(choice)))) {
                ImportFields.find(all, "stage").ifPresent(field -> take(column, field));
            }
        }
    }

    /** What a column of dates or amounts holds is told by a word in its header too: "Closing (planned)", "Deal amount". */
    private void byWord(List<ImportColumn> columns) {
        if (!kind.equals(ImportKind.OPPORTUNITIES)) {
            return;
        }
        for (ImportColumn column : columns) {
            String header = NearMatch.bare(column.name());
            WORDS.getOrDefault(column.content(), Map.of()).forEach((word, field) -> {
                if (header.contains(word)) {
                    ImportFields.find(all, field).ifPresent(found -> take(column, found));
                }
            });
        }
    }

    private void take(ImportColumn column, ImportField field) {
        if (fields.get(column.name()) == null && (field.many() || taken.add(field.name()))) {
            fields.put(column.name(), field.name());
        }
    }
}
