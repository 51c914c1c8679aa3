package com.pivotino.crm.pipeline.internal.imports.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.rest.DateRange;
import com.pivotino.crm.pipeline.internal.domain.CardName;
import com.pivotino.crm.pipeline.internal.imports.csv.CsvRow;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportColumn;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportFile;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportKind;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportOptions;
import com.pivotino.crm.pipeline.internal.imports.domain.Problem;
import com.pivotino.crm.pipeline.internal.imports.value.Amount;
import com.pivotino.crm.pipeline.internal.imports.value.DateOrder;
import com.pivotino.crm.pipeline.internal.imports.value.Moment;
import com.pivotino.crm.pipeline.internal.imports.value.NearMatch;

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
    private static final List<String> PRIORITIES = List.of("low", "medium", "high", "veryhigh");

    private final RowReader reader;
    private final ImportOptions options;
    private final StageBook stages;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone in which plain dates are meant */
    public OpportunityReader(ImportFile file, Meanings meanings, StageBook stages, ZoneId zone, Instant now) {
        this.reader = new RowReader(file, meanings);
        this.options = file.options();
        this.stages = stages;
        this.zone = zone;
        this.now = now;
    }

    /** The row as far as it can be understood without looking anybody up. */
    public ParsedRow read(CsvRow row) {
        ParsedRow draft = new ParsedRow(row);
        String externalId = reader.text(row, "externalId");
        draft.named(externalId.isEmpty() ? RowReader.contentKey(row) : externalId);
        reader.copy(draft, "externalId", RowReader.NAME_LENGTH);
        people(draft);
        reader.copyEmail(draft);
        reader.copy(draft, "phone", 60);
        revenue(draft);
        Stage stage = stage(draft);
        dates(draft, stage);
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
            draft.add(Problem.warning(reader.columnName("customer"), "blank_account",
                    "There is no customer; imported without one."));
        }
        if (reader.column("salesperson") != null && reader.text(draft.row(), "salesperson").isEmpty()) {
            draft.add(Problem.warning(reader.columnName("salesperson"), "blank_salesperson",
                    "There is no salesperson; imported without one."));
        }
    }

    private void revenue(ParsedRow draft) {
        String text = reader.text(draft.row(), "expectedRevenue");
        String column = reader.columnName("expectedRevenue");
        if (column == null) {
            return;
        }
        if (text.isEmpty()) {
            draft.add(Problem.warning(column, "missing_value", "There is no amount; imported without one."));
            return;
        }
        Optional<Amount> amount = Amount.parse(text);
        if (amount.isEmpty() || amount.get().number().signum() < 0) {
            draft.add(Problem.error(column, "invalid_amount", "\"" + text + "\" is not an amount of zero or more."));
            return;
        }
        String stated = reader.text(draft.row(), "currency").toUpperCase(Locale.ROOT);
        String currency = amount.get().currency() != null ? amount.get().currency() : stated.isEmpty() ? options.currency() : stated;
        try {
            Money money = Money.entered(amount.get().number(), currency);
            draft.put("expectedRevenue", money.amount().toPlainString() + " " + money.currency());
        } catch (CrmException e) {
            draft.add(Problem.error(column, "invalid_amount", e.getMessage()));
        }
        if (amount.get().unsure()) {
            draft.add(Problem.warning(column, "amount_unsure", "\"" + text + "\" was read as "
                    + amount.get().number().toPlainString() + "."));
        }
    }

    private Stage stage(ParsedRow draft) {
        String text = reader.text(draft.row(), "stage");
        if (text.isEmpty()) {
            if (reader.column("stage") != null) {
                draft.add(Problem.warning(reader.columnName("stage"), "blank_stage", "There is no stage; imported as new."));
            }
            return stages.ofKind("new").orElse(null);
        }
        Optional<Stage> stage = reader.meanings().of("stage", text).flatMap(id -> stages.stage(Long.parseLong(id)));
        if (stage.isEmpty() && !reader.meanings().denied("stage", text)) {
            stage = stages.suggest(text);
        }
        stage.ifPresentOrElse(found -> draft.put("stageId", String.valueOf(found.id())),
                () -> draft.add(Problem.error(reader.columnName("stage"), "unknown_stage",
                        "There is no stage \"" + text + "\"; choose what it means.")));
        return stage.orElse(null);
    }

    private void dates(ParsedRow draft, Stage stage) {
        boolean closed = stage != null && !"open".equals(outcome(stage));
        Moment created = moment(draft, "createdAt");
        Moment closing = moment(draft, "closingDate");
        Moment expected = moment(draft, "expectedClosing");
        Moment since = moment(draft, "stageSince");
        if (since != null) {
            draft.put("stageSince", inPast(draft, "stageSince", since).toString());
        }
        if (created != null) {
            draft.put("createdAt", inPast(draft, "createdAt", created).toString());
        } else if (reader.column("createdAt") != null && reader.text(draft.row(), "createdAt").isEmpty()) {
            draft.add(Problem.warning(reader.columnName("createdAt"), "missing_date",
                    "There is no date; imported as of the day of the import."));
        }
        if (closed && closing != null) {
            draft.put("closedAt", inPast(draft, "closingDate", closing).toString());
            if (created != null && closing.date().isBefore(created.date())) {
                draft.add(Problem.warning(reader.columnName("closingDate"), "closed_before_created",
                        "Closed before it began; both dates are kept."));
            }
        } else if (closed && reader.text(draft.row(), "closingDate").isEmpty()) {
            draft.add(Problem.warning(reader.columnName("closingDate"), "missing_closing_date",
                    "There is no closing date; imported as closed on the day of the import."));
        }
        Moment planned = expected != null || closed ? expected : closing;
        if (planned != null) {
            draft.put("expectedClosing", planned.date().toString());
        }
    }

    /** What has happened cannot have happened later than now. */
    private Instant inPast(ParsedRow draft, String field, Moment moment) {
        Instant instant = moment.in(zone);
        if (!instant.isAfter(now)) {
            return instant;
        }
        if (moment.date().isAfter(now.atZone(zone).toLocalDate())) {
            draft.add(Problem.warning(reader.columnName(field), "date_in_future",
                    moment.date() + " is yet to come; imported as of the day of the import."));
        }
        return now;
    }

    private Moment moment(ParsedRow draft, String field) {
        ImportColumn column = reader.column(field);
        String text = reader.text(draft.row(), field);
        if (text.isEmpty()) {
            return null;
        }
        DateOrder order = options.dateOrder() != null ? options.dateOrder()
                : column.dateOrder() != null ? column.dateOrder() : DateOrder.YMD;
        Optional<Moment> moment = Moment.parse(text, order);
        if (moment.isEmpty()) {
            draft.add(Problem.error(column.name(), "invalid_date", "\"" + text + "\" is not a date as " + order.label() + "."));
        } else if (!DateRange.contains(moment.get().date())) {
            draft.add(Problem.error(column.name(), "date_out_of_range", "\"" + text + "\" does not lie between " + DateRange.FIRST
                    + " and " + DateRange.LAST + "."));
        } else if (options.dateOrder() == null && column.ambiguous() && order != DateOrder.YMD
                && moment.get().date().getDayOfMonth() <= 12
                && moment.get().date().getDayOfMonth() != moment.get().date().getMonthValue()) {
            draft.add(Problem.warning(column.name(), "date_ambiguous", "\"" + text + "\" was read as " + moment.get().date()
                    + "; say with the option dateFormat if day and month are the other way round."));
        }
        return moment.orElse(null);
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
            draft.add(Problem.error(reader.columnName("lostReason"), "lost_reason_required",
                    "It is lost without a reason; choose one with the option lostReasonId or lostReason."));
        }
    }

    private void priority(ParsedRow draft) {
        String text = reader.text(draft.row(), "priority").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9*]", "");
        if (text.isEmpty()) {
            return;
        }
        int named = text.equals("normal") ? 1 : text.equals("urgent") ? 3 : PRIORITIES.indexOf(text);
        String stars = text.matches("\\*{1,3}") ? String.valueOf(text.length()) : text;
        String value = named >= 0 ? String.valueOf(named) : stars;
        if (value.matches("[0-3]")) {
            draft.put("priority", value);
        } else {
            draft.add(Problem.error(reader.columnName("priority"), "invalid_priority", "The priority is 0 to 3."));
        }
    }

    /** Only what a person has set (SEMANTICS P12). */
    private void probability(ParsedRow draft) {
        String text = reader.text(draft.row(), "probability").replace("%", "").strip();
        if (text.matches("\\d{1,2}|100")) {
            draft.put("probability", text);
        } else if (!text.isEmpty()) {
            draft.add(Problem.error(reader.columnName("probability"), "invalid_probability", "The probability is 0 to 100."));
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
            draft.add(Problem.error(reader.columnName("tags"), "too_long", "At most 20 tags of at most 60 characters."));
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
                draft.add(Problem.warning(null, "extra_cell", "The row has more cells than the header; kept in the description."));
            }
        }
        String all = String.join("\n", lines);
        if (all.length() > MAX_DESCRIPTION) {
            draft.add(Problem.error(null, "too_long", "The description has more than " + MAX_DESCRIPTION + " characters."));
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
        if (name != null && (CardName.isInvisible(name) || CardName.breaksLine(name))) {
            draft.add(Problem.error(reader.columnName("name"), "invalid_name", "The name must be one line with something to see."));
        }
        if (name == null && !draft.failed()) {
            draft.add(Problem.error(reader.columnName("name"), "name_required",
                    "There is no name; send a column there or give the option nameTemplate."));
        }
    }

    /** A column that is the description itself, not one that is kept in it with its name. */
    private static boolean isProse(ImportColumn column) {
        String bare = NearMatch.bare(column.name());
        return ImportFields.find(ImportKind.OPPORTUNITIES,
                ImportFields.DESCRIPTION).map(ImportField::headers).map(headers -> headers.contains(bare)).orElse(false);
    }

    private static String outcome(Stage stage) {
        return StageKind.valueOf(stage.kind().toUpperCase(Locale.ROOT)).outcome();
    }

    /** The texts of a draft's member {@code tags}. */
    public static List<String> tags(Map<String, String> cells) {
        return cells.containsKey("tags") ? List.of(cells.get("tags").split("\n")) : List.of();
    }
}
