package com.pivotino.crm.imports.internal.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Which character parts the cells: the one that cuts the first records into the most columns, the same each time. */
final class Dialect {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int RECORDS = 50;
    private static final String EXCEL_HINT = "sep=";

    private Dialect() {
    }

    /** How to read cells parted by this: quotes as RFC 4180, lenient where files in the wild are not; a blank may stand before a quote. */
    static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false)
                .setTrailingData(true).setIgnoreSurroundingSpaces(true).get();
    }

    /**
     * @param start    the beginning of the file
     * @param complete whether that is all of it; else its last record is cut off and does not count
     */
    static char separator(String start, boolean complete) {
        if (hasHint(start)) {
            return start.charAt(EXCEL_HINT.length());
        }
        char best = ',';
        double bestScore = 0;
        for (char separator : SEPARATORS) {
            double score = score(start, complete, separator);
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether the first line is Excel's {@code sep=;}, which is not data. */
    static boolean hasHint(String start) {
        return start.length() > EXCEL_HINT.length() + 1 && start.startsWith(EXCEL_HINT)
                && (start.charAt(EXCEL_HINT.length() + 1) == '\n' || start.charAt(EXCEL_HINT.length() + 1) == '\r');
    }

    /** Columns times the share of records that have that many; 0 for a single column. */
    private static double score(String start, boolean complete, char separator) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        int last = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(start), format(separator))) {
            for (CSVRecord record : parser) {
                last = record.size();
                widths.merge(last, 1, Integer::sum);
                if (++records == RECORDS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            if (records == 0) {
                return 0;
            }
            // a quote is not closed in the sample; what came before tells enough
        }
        if (!complete && records > 1 && records < RECORDS) {
            widths.merge(last, -1, Integer::sum);
            records--;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getKey() > 1) {
                double share = (double) width.getValue() / records;
                best = Math.max(best, share * share * Math.min(width.getKey(), 60));
            }
        }
        return best;
    }
}
