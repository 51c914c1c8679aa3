package com.pivotino.crm.imports.internal.plan;

import com.pivotino.crm.api.imports.spi.ImportField;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.text.OneLine;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportOptions;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.value.NearMatch;

/**
 * Reads a row as an opportunity. Knows the stages, but looks nobody up. The members are those of the contract with
 * {@code customer, salesperson, team} by name, {@code stageId}, and the lost reason as {@code #id} or by name.
 */
public final class OpportunityReader {

    private static final int MAX_TAGS = 20;
    private static final int TAG_LENGTH = 60;
    private static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_NOTE = 4_000;
    /** Texts between separators; one with a separator in it stands in quotes. */
    private static final Pattern TAG = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"(?=\\s*(?:[;,|\\n]|$))|([^;,|\\n]*))(?:[;,|\\n]|$)");
    /** Filled and empty ones. */
    private static final Pattern STARS = Pattern.compile("[*\u2605\u2b50\u2606]{1,3}");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,2}|100)(?:[.,]0+)?");
    private static final List<String> PRIORITIES = List.of("low", "medium", "high", "veryhigh");

    private final RowReader reader;
    private final ImportOptions options;
    private final StageBook stages;
    private final AmountCells amounts;
    private final DateCells dates;

    /** @param zone in which plain dates are meant */
    public OpportunityReader(ImportFile file, Meanings meanings, StageBook stages, ZoneId zone, Instant now) {
        this.reader = new RowReader(file, meanings);
        this.options = file.options();
        this.stages = stages;
        this.amounts = new AmountCells(reader, options.currency());
        this.dates = new DateCells(reader, options.dateOrder(), zone, now);
    }

    /** The row as far as it can be understood without looking anybody up. */
    public ParsedRow read(CsvRow row) {
        ParsedRow draft = reader.begin(row);
        String externalId = reader.text(row, "externalId");
        draft.named(externalId.isEmpty() ? RowReader.contentKey(row) : externalId);
        if (externalId.isEmpty() && row.copy() > 1) {
            draft.add(Problem.warning(null, "double_row",
                    "A row with the same content stands further up in the file; each of them is imported."));
        }
        reader.copy(draft, "externalId", RowReader.NAME_LENGTH);
        people(draft);
        reader.copyEmail(draft, "email");
        customerDetails(draft);
        reader.copy(draft, "phone", 60);
        amounts.read(draft);
        Stage stage = stage(draft);
        dates.read(draft, stage);
        if (stage != null && stage.kind().equals("lost")) {
            lostReason(draft);
            reader.copy(draft, "closingNote", MAX_NOTE);
            reader.copy(draft, "proposedReason", RowReader.NAME_LENGTH);
        }
        probability(draft);
        priority(draft);
        tags(draft);
        description(draft);
        name(draft);
        return draft;
    }

    private void people(ParsedRow draft) {
        for (String field : List.of("customer", "salesperson", "team")) {
            reader.copyReference(draft, field);
        }
        if (reader.column("customer") != null && reader.text(draft.row(), "customer").isEmpty()) {
            draft.warn("customer", "blank_account", "There is no customer; imported without one.");
        }
        if (reader.column("salesperson") != null && reader.text(draft.row(), "salesperson").isEmpty()) {
            draft.warn("salesperson", "blank_salesperson", "There is no salesperson; imported without one.");
        }
    }

    /** What tells the customer from others of that name; the opportunity's own address if it has no column of its own. */
    private void customerDetails(ParsedRow draft) {
        reader.copyEmail(draft, "customerEmail");
        reader.copyName(draft, "customerCompany");
        if (reader.column("email") == null) {
            draft.put("email", draft.cell("customerEmail"));
        }
    }

    private Stage stage(ParsedRow draft) {
        String text = reader.text(draft.row(), "stage");
        if (text.isEmpty()) {
            if (reader.column("stage") != null) {
                draft.warn("stage", "blank_stage", "There is no stage; imported as new.");
            }
            return stages.ofKind("new").orElse(null);
        }
        Optional<Stage> stage = reader.meanings().of("stage", text).flatMap(id -> stages.stage(Long.parseLong(id)));
        if (stage.isEmpty() && !reader.meanings().denied("stage", text)) {
            stage = stages.suggest(text);
        }
        stage.ifPresentOrElse(found -> draft.put("stageId", String.valueOf(found.id())),
                () -> draft.error("stage", "unknown_stage", "There is no stage \"" + text + "\"; choose what it means."));
        return stage.orElse(null);
    }

    private void lostReason(ParsedRow draft) {
        reader.copyReference(draft, "lostReason");
        if (draft.cell("lostReason") != null || draft.failed() && !reader.text(draft.row(), "lostReason").isEmpty()) {
            return;
        }
        if (options.lostReasonId() != null) {
            draft.put("lostReason", "#" + options.lostReasonId());
        } else if (options.lostReason() != null) {
            draft.put("lostReason", options.lostReason());
        } else {
            draft.error(reader.column("lostReason") == null ? "stage" : "lostReason", "lost_reason_required",
                    "It is lost without a reason; choose a default lost reason.");
        }
    }

    private void priority(ParsedRow draft) {
        String text = reader.text(draft.row(), "priority");
        if (text.isEmpty()) {
            return;
        }
        String word = NearMatch.bare(text);
        int named = word.equals("normal") ? 1 : word.equals("urgent") ? 3 : PRIORITIES.indexOf(word);
        String stars = STARS.matcher(text).matches() ? String.valueOf(text.chars().filter(c -> c != '\u2606').count()) : text;
        String value = named >= 0 ? String.valueOf(named) : stars;
        if (value.matches("[0-3]")) {
            draft.put("priority", value);
        } else {
            draft.error("priority", "invalid_priority", "\"" + text + "\" is not a priority; it is 0 to 3, or up to three stars.");
        }
    }

    /** Only what a person has set (SEMANTICS P12). */
    private void probability(ParsedRow draft) {
        String text = reader.text(draft.row(), "probability").replace("%", "").strip();
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            draft.put("probability", whole.group(1));
        } else if (!text.isEmpty()) {
            draft.error("probability", "invalid_probability", "\"" + text + "\" is not a probability; it is 0 to 100.");
        }
    }

    private void tags(ParsedRow draft) {
        List<String> tags = new ArrayList<>();
        for (ImportColumn column : reader.columnsOf("tags")) {
            Matcher matcher = TAG.matcher(draft.row().cell(column.place()));
            while (matcher.find()) {
                String tag = (matcher.group(1) != null ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2)).strip();
                if (!tag.isEmpty() && !tags.contains(tag)) {
                    tags.add(tag);
                }
            }
        }
        if (tags.size() > MAX_TAGS || tags.stream().anyMatch(tag -> tag.length() > TAG_LENGTH)) {
            draft.error("tags", "too_long", "At most 20 tags of at most 60 characters.");
        } else {
            draft.put("tags", String.join("\n", tags));
        }
    }

    private void description(ParsedRow draft) {
        List<String> lines = new ArrayList<>();
        for (ImportColumn column : reader.columnsOf(ImportFields.DESCRIPTION)) {
            String text = draft.row().cell(column.place());
            if (!text.isEmpty()) {
                lines.add(isProse(column) ? text : column.name() + ": " + spelt(draft, column, text));
            }
        }
        for (int i = reader.columns().size(); i < draft.row().cells().size(); i++) {
            if (!draft.row().cell(i).isEmpty()) {
                lines.add("column " + (i + 1) + ": " + draft.row().cell(i));
                draft.add(Problem.warning("Column " + (i + 1), "extra_cell",
                        "The row has more cells than the header; kept in the description."));
            }
        }
        String all = String.join("\n", lines);
        if (all.length() > MAX_DESCRIPTION) {
            draft.error(ImportFields.DESCRIPTION, "too_long", "The description has more than " + MAX_DESCRIPTION + " characters.");
        } else {
            draft.put("description", all);
        }
    }

    private String spelt(ParsedRow draft, ImportColumn column, String text) {
        String better = reader.meanings().of(column.name(), text).orElse(text);
        if (better.equals(text)) {
            return text;
        }
        boolean product = column.name().toLowerCase(Locale.ROOT).contains("product");
        draft.add(Problem.warning(column.name(), product ? "product_corrected" : "value_corrected",
                "\"" + text + "\" was taken for \"" + better + "\"; the file's spelling is kept in the description."));
        return better + " (in the file: " + text + ")";
    }

    private void name(ParsedRow draft) {
        reader.copy(draft, "name", RowReader.NAME_LENGTH);
        String template = options.nameTemplate();
        if (draft.cell("name") == null && !draft.failed() && template != null) {
            String name = template;
            for (ImportColumn column : reader.columns()) {
                String text = draft.row().cell(column.place());
                name = name.replace("{" + column.name() + "}", reader.meanings().of(column.name(), text).orElse(text));
            }
            name = name.replaceAll("^[\\s,:|/\\u2013-]+|[\\s,:|/\\u2013-]+$", "").replaceAll("\\s+", " ");
            draft.put("name", name.substring(0, Math.min(name.length(), RowReader.NAME_LENGTH)));
        }
        if (draft.cell("name") == null && draft.cell("customer") != null && !draft.cell("customer").startsWith("#")) {
            draft.put("name", draft.cell("customer"));
        }
        String name = draft.cell("name");
        if (name != null && (OneLine.isInvisible(name) || OneLine.breaksLine(name))) {
            draft.error("name", "invalid_name", "The name must be one line with something to see.");
        }
        if (name == null && !draft.failed()) {
            draft.error("name", "name_required",
                    "There is no name; choose a column for it, or say how to make names of other columns.");
        }
    }

    /** A column that is the description itself, not one that is kept in it with its name. */
    private static boolean isProse(ImportColumn column) {
        String bare = NearMatch.bare(column.name());
        return ImportFields.find(ImportFields.of(ImportKind.OPPORTUNITIES),
                ImportFields.DESCRIPTION).map(ImportField::headers).map(headers -> headers.contains(bare)).orElse(false);
    }

    /** The texts of a draft's member {@code tags}. */
    public static List<String> tags(Map<String, String> cells) {
        return cells.containsKey("tags") ? List.of(cells.get("tags").split("\n")) : List.of();
    }
}
