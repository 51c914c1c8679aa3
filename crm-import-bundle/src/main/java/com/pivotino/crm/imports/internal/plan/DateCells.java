package com.pivotino.crm.imports.internal.plan;

import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.rest.DateRange;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.value.DateOrder;
import com.pivotino.crm.imports.internal.value.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Reads the dates of a row: when it was made, entered its stage, was or will be closed. */
final class DateCells {

    private final RowReader reader;
    private final DateOrder said;
    private final ZoneId zone;
    private final Instant now;

    /**
     * @param said how somebody has said that dates are written, or null
     * @param zone in which plain dates are meant
     */
    DateCells(RowReader reader, DateOrder said, ZoneId zone, Instant now) {
        this.reader = reader;
        this.said = said;
        this.zone = zone;
        this.now = now;
    }

    void read(ParsedRow draft, Stage stage) {
        boolean closed = stage != null && !"open".equals(StageKind.valueOf(stage.kind().toUpperCase(Locale.ROOT)).outcome());
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
            draft.warn("createdAt", "missing_date", "There is no date; imported as of the day of the import.");
        }
        if (closed && closing != null) {
            draft.put("closedAt", inPast(draft, "closingDate", closing).toString());
            if (created != null && closing.date().isBefore(created.date())) {
                draft.warn("closingDate", "closed_before_created", "Closed before it began; both dates are kept.");
            }
        } else if (closed && reader.text(draft.row(), "closingDate").isEmpty()) {
            draft.warn(reader.column("closingDate") == null ? "stage" : "closingDate", "missing_closing_date",
                    "There is no closing date; imported as closed on the day of the import.");
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
            draft.warn(field, "date_in_future", moment.date() + " is yet to come; imported as of the day of the import.");
        }
        return now;
    }

    private Moment moment(ParsedRow draft, String field) {
        ImportColumn column = reader.column(field);
        String text = reader.text(draft.row(), field);
        if (text.isEmpty()) {
            return null;
        }
        DateOrder order = said != null ? said : DateOrder.isDotted(text) ? DateOrder.DMY
                : column.dateOrder() != null ? column.dateOrder() : DateOrder.YMD;
        Optional<Moment> moment = Moment.parse(text, order);
        if (moment.isEmpty()) {
            draft.error(field, "invalid_date", notADate(text, order));
        } else if (!DateRange.contains(moment.get().date())) {
            draft.error(field, "date_out_of_range", "\"" + text + "\" does not lie between " + DateRange.FIRST + " and "
                    + DateRange.LAST + ".");
        } else if (said == null && column.ambiguous() && DateOrder.isEitherWay(text)) {
            draft.warn(field, "date_ambiguous", "\"" + text + "\" was read as " + moment.get().date()
                    + "; say how the column's dates are written if day and month are the other way round.");
        }
        return moment.orElse(null);
    }

    private static String notADate(String text, DateOrder order) {
        Optional<LocalDate> serial = DateOrder.ofSerial(text);
        return serial.isPresent() ? "\"" + text + "\" is the number that a spreadsheet counts days by, probably " + serial.get()
                + ". Format the column as a date there and save it as CSV again."
                : "\"" + text + "\" is not a date as " + order.label() + ".";
    }
}
