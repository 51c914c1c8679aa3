package com.pivotino.crm.imports.internal.domain;

import java.util.Collection;

/**
 * Something about a row that somebody should know.
 *
 * @param column   name of the column, or null for the row as a whole
 * @param code     stable, lower case with underscores
 * @param severity {@code error}: the row cannot be imported; {@code warning}: it is, with this done about it
 * @param message  one sentence for a person
 */
public record Problem(String column, String code, String severity, String message) {

    public static final String ERROR = "error";
    public static final String WARNING = "warning";

    public static Problem error(String column, String code, String message) {
        return new Problem(column, code, ERROR, message);
    }

    public static Problem warning(String column, String code, String message) {
        return new Problem(column, code, WARNING, message);
    }

    public boolean isError() {
        return severity.equals(ERROR);
    }

    /** The worst severity among them; null if there are none. */
    public static String worst(Collection<Problem> problems) {
        return problems.isEmpty() ? null : problems.stream().anyMatch(Problem::isError) ? ERROR : WARNING;
    }
}
