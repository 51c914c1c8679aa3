package com.pivotino.crm.imports.internal.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;

/** An uploaded CSV file, read record by record; encoding and separator are found out. Blank records are left out. */
public final class CsvFile implements Iterable<CsvRow>, Closeable {

    public static final int MAX_COLUMNS = 200;
    public static final int MAX_CELL = 20_000;

    private static final int SAMPLE = 1 << 16;

    private final Encoding encoding;
    private final char separator;
    private final QuoteWatch quotes;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final int linesBefore;
    private long linesRead;

    private CsvFile(Encoding encoding, Reader reader) throws IOException {
        this.encoding = encoding;
        reader.mark(SAMPLE);
        char[] buffer = new char[SAMPLE];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < SAMPLE) {
            read = reader.read(buffer, length, SAMPLE - length);
            length += Math.max(0, read);
        }
        reader.reset();
        String start = new String(buffer, 0, length);
        this.separator = Dialect.separator(start, length < SAMPLE);
        this.linesBefore = Dialect.hasHint(start) ? 1 : 0;
        if (linesBefore > 0) {
            ((BufferedReader) reader).readLine();
        }
        this.quotes = new QuoteWatch(reader, separator);
        this.parser = CSVParser.parse(quotes, Dialect.format(separator));
        this.records = parser.iterator();
        this.header = header();
    }

    /**
     * Opens the file and reads its header.
     *
     * @param charset the encoding that somebody has chosen, or null to find it out
     * @throws CrmException {@code validation_failed} on {@code body}: {@code not_csv}, {@code bad_encoding} (with the member
     *                      {@code line}), {@code empty_file}, {@code too_many_columns}, {@code malformed_csv} (with
     *                      {@code line})
     */
    public static CsvFile open(Path file, Charset charset) throws IOException {
        Encoding encoding = Encoding.of(file, charset);
        Reader reader = new BufferedReader(encoding.open(file), SAMPLE);
        try {
            return new CsvFile(encoding, reader);
        } catch (IOException | CrmException e) {
            reader.close();
            throw e;
        }
    }

    /** Such as {@code UTF-8} or {@code windows-1252}. */
    public String charset() {
        return encoding.charset().name();
    }

    public char separator() {
        return separator;
    }

    /** The names of the columns, each once: blank ones are numbered, repeated ones get a number. */
    public List<String> columns() {
        return header;
    }

    /** The records after the header; to be read once. */
    @Override
    public Iterator<CsvRow> iterator() {
        return new Iterator<>() {
            private CsvRow next = read();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public CsvRow next() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                CsvRow row = next;
                next = read();
                return row;
            }
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private CsvRow read() {
        int line = (int) linesRead + linesBefore + 1;
        try {
            while (records.hasNext()) {
                List<String> cells = cells(records.next(), line);
                linesRead = parser.getCurrentLineNumber();
                if (quotes.stray() > 0 && quotes.stray() <= linesRead) {
                    throw unclosed(quotes.stray() + linesBefore, null);
                }
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    return new CsvRow(line, cells);
                }
                line = (int) linesRead + linesBefore + 1;
            }
            return null;
        } catch (UncheckedIOException e) {
            throw unclosed(line, e);
        }
    }

    private static CrmException unclosed(int line, Exception cause) {
        String message = "Line " + line + " has a quote that is never closed, so the rows after it cannot be told apart.";
        return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                List.of(new FieldProblem("body", "malformed_csv", message)), Map.of("line", line), cause);
    }

    private static List<String> cells(CSVRecord record, int line) {
        List<String> cells = new ArrayList<>(record.size());
        for (String value : record) {
            if (value.length() > MAX_CELL) {
                throw CrmException.invalid("body", "malformed_csv", "Line " + line + " has a cell of more than " + MAX_CELL
                        + " characters: look for a quote that is never closed.");
            }
            cells.add(CsvText.read(value.indexOf('\0') < 0 ? value.strip() : value.replace("\0", "").strip()));
        }
        return cells;
    }

    private List<String> header() {
        CsvRow first = read();
        if (first == null) {
            throw CrmException.invalid("body", "empty_file", "The file is empty.");
        }
        if (first.cells().size() > MAX_COLUMNS) {
            throw CrmException.invalid("body", "too_many_columns", "At most " + MAX_COLUMNS + " columns.");
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : first.cells()) {
            String name = cell.isEmpty() ? "Column " + (names.size() + 1) : cell.length() > 100 ? cell.substring(0, 100) : cell;
            String unique = name;
            for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return List.copyOf(names);
    }
}
