package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.imports.spi.ImportField;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportOptions;
import com.pivotino.crm.imports.internal.plan.ImportFields;
import com.pivotino.crm.imports.internal.plan.Meanings;
import com.pivotino.crm.imports.internal.plan.StageBook;
import com.pivotino.crm.imports.internal.value.DateOrder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes what was decided about an import: {@code mapping, values, options}, each merged into what stands there. */
final class ImportEdit {

    private static final Set<String> OPTIONS = Set.of("firstActivity", "lostReasonId", "lostReason", "dateFormat", "dateFormats",
            "createMissing", "currency", "nameTemplate");
    private static final Set<String> READ_ONLY = Set.of("id", "version", "kind", "encoding", "separator", "rows", "columns",
            "sample", "fields", "dates", "state", "progress", "run", "createdAt", "fileName", "undoable");

    private final ImportFile file;
    private final List<ImportField> fields;
    private final StageBook stages;

    /** @param fields where columns can go */
    ImportEdit(ImportFile file, List<ImportField> fields, StageBook stages) {
        this.file = file;
        this.fields = fields;
        this.stages = stages;
    }

    void apply(MergePatch patch) {
        patch.allowing(Set.of("mapping", "values", "options"), READ_ONLY);
        map(patch.object("mapping"));
        patch.object("values").forEach(this::choose);
        if (patch.has("options")) {
            MergePatch options = new MergePatch(patch.object("options")).allowing(OPTIONS, Set.of());
            file.decide(options(options));
            options.object("dateFormats").forEach(this::writtenAs);
        }
    }

    private void map(Map<String, Object> mapping) {
        Map<String, String> targets = new LinkedHashMap<>();
        mapping.forEach((name, target) -> {
            ImportColumn column = file.column(name).orElseThrow(() ->
                    unknown("mapping." + name, "unknown_column", "There is no column \"" + name + "\"."));
            if (target != null && !(target instanceof String)) {
                throw CrmException.invalid("mapping." + name, "invalid", "A column goes to the name of a field, or to null.");
            }
            if (target != null && ImportFields.find(fields, (String) target).isEmpty()) {
                throw unknown("mapping." + name, "unknown_field", "There is no field \"" + target + "\"; there are "
                        + String.join(", ", fields.stream().map(ImportField::name).toList()) + ".");
            }
            targets.put(column.name(), (String) target);
        });
        file.map(targets);
        Set<String> taken = new HashSet<>();
        for (ImportColumn column : file.columns()) {
            if (column.field() != null && !many(column.field()) && !taken.add(column.field())) {
                throw CrmException.invalid("mapping." + column.name(), "mapped_twice",
                        "Two columns go to " + column.field() + "; only one can.");
            }
        }
    }

    private boolean many(String field) {
        return ImportFields.find(fields, field).map(ImportField::many).orElse(false);
    }

    private void choose(String key, Object texts) {
        boolean reference = Meanings.REFERENCES.contains(key);
        if (!reference && file.column(key).isEmpty()) {
            throw unknown("values." + key, "unknown_field", "Values can be given for " + String.join(", ", Meanings.REFERENCES)
                    + ", or for a column.");
        }
        if (!(texts instanceof Map<?, ?> meanings)) {
            throw CrmException.invalid("values." + key, "invalid", "This must be an object of texts and what they mean.");
        }
        meanings.forEach((text, meaning) -> {
            String field = "values." + key + "." + text;
            if (String.valueOf(text).length() > 400) {
                throw CrmException.invalid(field, "too_long", "At most 400 characters.");
            }
            if (meaning != null && (reference ? !(meaning instanceof Integer || meaning instanceof Long) : !(meaning instanceof String))) {
                throw CrmException.invalid(field, "invalid", reference ? "This must be an id or null." : "This must be a text or null.");
            }
            if (key.equals("stage") && meaning != null && stages.stage(((Number) meaning).longValue()).isEmpty()) {
                throw CrmException.invalid(field, "unknown_stage", "There is no stage with the id " + meaning + ".");
            }
            file.choose(key, String.valueOf(text), meaning == null ? null : String.valueOf(meaning));
        });
    }

    private ImportOptions options(MergePatch patch) {
        ImportOptions now = file.options();
        String currency = patch.has("currency") ? patch.requiredText("currency", 3) : now.currency();
        Money.zero(currency);
        return new ImportOptions(patch.has("firstActivity") ? Boolean.TRUE.equals(patch.flag("firstActivity")) : now.firstActivity(),
                patch.has("lostReasonId") ? patch.number("lostReasonId") : now.lostReasonId(),
                patch.has("lostReason") ? patch.text("lostReason", 200) : now.lostReason(),
                patch.has("dateFormat") ? order("options.dateFormat", patch.text("dateFormat", 20)) : now.dateOrder(),
                patch.has("createMissing") ? createMissing(patch.texts("createMissing")) : new LinkedHashSet<>(now.createMissing()),
                currency, patch.has("nameTemplate") ? patch.text("nameTemplate", 500) : now.nameTemplate());
    }

    /** How the dates of one column are written; null for what its content says. */
    private void writtenAs(String name, Object format) {
        String field = "options.dateFormats." + name;
        ImportColumn column = file.column(name).orElseThrow(() -> unknown(field, "unknown_column", "There is no column \"" + name + "\"."));
        if (format != null && !(format instanceof String)) {
            throw CrmException.invalid(field, "invalid", "This must be a date format or null.");
        }
        if (column.dateOrder() == null) {
            throw CrmException.invalid(field, "invalid", "There are no dates in this column.");
        }
        if (format != null) {
            file.writtenAs(name, order(field, (String) format));
        }
    }

    private static DateOrder order(String field, String format) {
        return format == null ? null : DateOrder.named(format).orElseThrow(() -> CrmException.invalid(field, "invalid",
                "A date format has year, month and day, such as M/D/YYYY, D.M.YYYY or YYYY-MM-DD."));
    }

    private static Set<String> createMissing(List<String> kinds) {
        for (String kind : kinds) {
            if (!List.of(PersonResolver.CONTACT, PersonResolver.USER, PersonResolver.TEAM).contains(kind)) {
                throw CrmException.invalid("options.createMissing", "invalid", "What can be made is contact, user and team.");
            }
        }
        return Set.copyOf(kinds);
    }

    private static CrmException unknown(String field, String code, String message) {
        return CrmException.refused(code.equals("unknown_field") ? code : "validation_failed", message,
                List.of(new FieldProblem(field, code, message)));
    }
}
