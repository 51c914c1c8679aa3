package com.pivotino.crm.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of a bulk act, row by row (REST "Bulk").
 *
 * @param results one for each id, in the order in which they were sent
 * @param done    how many were done, also without effect because they stood so already
 * @param refused how many were refused; more than 0 only if the act was asked to be partial
 */
public record BulkReport(List<Row> results, int done, int refused) {

    /**
     * One row.
     *
     * @param status 200, or the HTTP status that the refusal would have by itself
     * @param code   the refusal's code, or null
     * @param detail the refusal in one sentence, or null
     */
    public record Row(long id, int status, String code, String detail) {

        /** Done. */
        public static Row done(long id) {
            return new Row(id, 200, null, null);
        }

        /** Refused, and why. */
        public static Row refused(long id, CrmException why) {
            return new Row(id, why.kind().status(), why.code(), why.getMessage());
        }

        boolean isRefused() {
            return code != null;
        }
    }

    public BulkReport {
        results = List.copyOf(results);
    }

    /** Counted from the rows. */
    public static BulkReport of(List<Row> rows) {
        int refused = (int) rows.stream().filter(Row::isRefused).count();
        return new BulkReport(rows, rows.size() - refused, refused);
    }

    /**
     * The refusal of the whole that one row leads to when the act is not partial: {@code not_found} or {@code forbidden} if
     * that was the reason of all that were refused, else {@code bulk_refused} (422); with {@code results} of the rows.
     */
    public CrmException asRefusal() {
        Set<Integer> why = results.stream().filter(Row::isRefused).map(Row::status).collect(Collectors.toSet());
        CrmException.Kind kind = why.equals(Set.of(404)) ? CrmException.Kind.NOT_FOUND
                : why.equals(Set.of(403)) ? CrmException.Kind.FORBIDDEN : CrmException.Kind.VALIDATION;
        String code = EnumSet.of(CrmException.Kind.NOT_FOUND, CrmException.Kind.FORBIDDEN).contains(kind)
                ? kind.name().toLowerCase(Locale.ROOT) : "bulk_refused";
        return new CrmException(kind, code, refused + " of " + results.size() + " cannot be done, so nothing was.",
                List.of(), Map.of("results", results), null);
    }
}
