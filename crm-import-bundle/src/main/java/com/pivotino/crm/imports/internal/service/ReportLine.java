package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.imports.internal.domain.Problem;
import java.util.List;

/**
 * What a run said of one row.
 *
 * @param line     the line of the file on which the row begins, from 1
 * @param status   {@code created, updated, skipped, failed, held}; in a dry run, what would become of it
 * @param key      what names the row in later imports: its {@code externalId}, or one made of its content
 * @param recordId what it became, or null
 */
public record ReportLine(int line, String status, String key, Long recordId, List<Problem> problems) {
}
