package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.NamedRef;
import java.time.Instant;

/**
 * One line of the list of imports. The figures are those of the last run that was to write something, else of the last trial.
 *
 * @param kind      {@code opportunities, contacts, users, teams}
 * @param fileName  as its owner calls it, or null
 * @param rows      how many the file has
 * @param state     of that run; {@code ready} if there is none
 * @param dryRun    whether it was a trial only
 * @param startedBy who uploaded the file; null if nobody of ours
 * @param at        when
 * @param undone    rows that were taken back
 * @param kept      rows that were to be taken back, but somebody had worked on them
 */
public record ImportSummary(long id, String kind, String fileName, int rows, String state, boolean dryRun, NamedRef startedBy,
        Instant at, int created, int updated, int failed, int undone, int kept) {
}
