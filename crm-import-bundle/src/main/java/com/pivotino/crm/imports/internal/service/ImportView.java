package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An import as the contract shows it.
 *
 * @param encoding  such as {@code UTF-8}, as found out
 * @param separator the character between cells, as found out
 * @param rows      how many there are, without the header and blank ones
 * @param columns   their names, in the order of the file
 * @param sample    the first rows, cell by cell
 * @param fields    where columns can go
 * @param mapping   column to field; null for one that is left out
 * @param values    field (or column of the description) to text to what it means: an id, another text, or null
 * @param options   how it is to be done
 * @param dates     how each column with dates writes them
 * @param state     {@code ready} before the first run, then that of the last run
 * @param run       the last run, or null
 * @param undoable  the run that taking back would take back: the last that wrote something and stands; or null
 * @param fileName  as its owner calls it, or null
 */
public record ImportView(long id, long version, String kind, String encoding, String separator, int rows, List<String> columns,
        List<List<String>> sample, List<String> fields, Map<String, String> mapping, Map<String, Map<String, Object>> values,
        Options options, List<DateColumn> dates, String state, Progress progress, RunView run, Instant createdAt, String fileName,
        Long undoable)
        implements Versioned {

    /**
     * @param dateFormat    such as {@code M/D/YYYY}; null for what each column's content says
     * @param dateFormats   the same for each column that holds dates; null where day and month may be either way round
     * @param createMissing {@code contact, user, team}
     */
    public record Options(boolean firstActivity, Long lostReasonId, String lostReason, String dateFormat,
            Map<String, String> dateFormats, List<String> createMissing, String currency, String nameTemplate) {
    }

    /** @param ambiguous whether day and month could be the other way round in every date */
    public record DateColumn(String column, String format, boolean ambiguous) {
    }

    /** @param total a real run looks at each row twice: once to check, once to write */
    public record Progress(int done, int total) {
    }

    /**
     * One run.
     *
     * @param state           {@code queued, checking, writing, taking_back, done, failed, undone}
     * @param held            good rows that were not written because others failed
     * @param firstActivities how many first activities came with it
     * @param made            people and teams that were made, by kind
     * @param problem         why it failed, or null
     * @param removed         rows taken back whose record is gone again
     * @param restored        rows taken back whose record is what it was
     * @param kept            rows to be taken back whose record somebody has worked on since
     */
    public record RunView(long id, long importId, boolean dryRun, boolean partial, String state, Progress progress, int created,
            int updated, int skipped, int failed, int held, int firstActivities, Map<String, Long> made, String problem,
            Instant requestedAt, Instant endedAt, int removed, int restored, int kept) {
    }
}
