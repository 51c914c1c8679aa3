package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.imports.spi.ImportField;
import com.pivotino.crm.imports.internal.csv.CsvFile;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportBlock;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportOptions;
import com.pivotino.crm.imports.internal.plan.MappingSuggestion;
import com.pivotino.crm.imports.internal.plan.StageBook;
import com.pivotino.crm.imports.internal.store.ImportStore;
import com.pivotino.crm.imports.internal.value.ColumnProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an uploaded file into blocks, looks at its columns, and suggests how to import it. */
final class ImportUpload {

    static final long MAX_BYTES = 50L << 20;
    static final int MAX_ROWS = 200_000;

    private static final int NAME = 200;
    private static final int BLOCK_ROWS = 250;
    private static final int BLOCK_CHARACTERS = 400_000;

    private final ImportStore store;
    private final List<ImportField> fields;
    private final Instant now;
    private final List<CsvRow> block = new ArrayList<>();
    private final Map<Long, Integer> copies = new HashMap<>();
    private int blockCharacters;
    private int blocks;
    private int rows;

    /** @param fields where columns can go */
    ImportUpload(ImportStore store, List<ImportField> fields, Instant now) {
        this.store = store;
        this.fields = fields;
        this.now = now;
    }

    /**
     * Copies the body to a file of its own, since its encoding is only known when all of it has been seen.
     *
     * @throws CrmException {@code too_large} beyond 50 MB
     */
    static Path receive(InputStream body) {
        try {
            Path file = Files.createTempFile("crm-import", ".csv");
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    size += read;
                    if (size > MAX_BYTES) {
                        throw tooLarge("The file has more than 50 MB; import it in parts.");
                    }
                    out.write(buffer, 0, read);
                }
                return file;
            } catch (IOException | CrmException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a browser calls the file, without folders and what cannot be shown; null for nothing. */
    static String plain(String fileName) {
        String name = fileName == null ? "" : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "").strip();
        return name.isEmpty() ? null : name.codePointCount(0, name.length()) <= NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME));
    }

    /**
     * Keeps the file's rows with suggestions.
     *
     * @param name    what the file is called, or null
     * @param charset the encoding that somebody has chosen, or null
     */
    ImportFile keep(Path path, ImportKind kind, String name, Charset charset, String currency, StageBook stages, Actor actor) {
        try (CsvFile csv = CsvFile.open(path, charset)) {
            ImportOptions options = new ImportOptions(true, null, null, null, Set.of(), currency, null);
            ImportFile file = store.add(new ImportFile(kind, plain(name), csv.charset(), csv.separator(), options, actor, now));
            store.flush();
            List<ColumnProfile> profiles = Stream.generate(ColumnProfile::new).limit(csv.columns().size()).toList();
            for (CsvRow row : csv) {
                for (int i = 0; i < profiles.size(); i++) {
                    profiles.get(i).see(row.cell(i));
                }
                take(file, row);
            }
            if (rows == 0) {
                throw CrmException.invalid("body", "empty_file", "The file has a header but no rows.");
            }
            endBlock(file);
            List<ImportColumn> columns = new ArrayList<>();
            for (int i = 0; i < profiles.size(); i++) {
                columns.add(new ImportColumn(i, csv.columns().get(i), profiles.get(i)));
            }
            file.hasBeenRead(rows, columns);
            suggest(file, stages);
            store.flush();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void suggest(ImportFile file, StageBook stages) {
        file.map(MappingSuggestion.of(file.kind(), fields, file.columns(), stages.known()));
        String template = MappingSuggestion.nameTemplate(file.kind(), file.columns());
        if (template != null) {
            ImportOptions given = file.options();
            file.decide(new ImportOptions(given.firstActivity(), null, null, null, Set.of(), given.currency(), template));
        }
    }

    private void take(ImportFile file, CsvRow row) {
        if (++rows > MAX_ROWS) {
            throw tooLarge("The file has more than " + MAX_ROWS + " rows; import it in parts.");
        }
        int characters = row.cells().stream().mapToInt(String::length).sum();
        if (characters > BLOCK_CHARACTERS) {
            throw CrmException.invalid("body", "malformed_csv",
                    "Line " + row.line() + " has more than " + BLOCK_CHARACTERS + " characters.");
        }
        if (blockCharacters + characters > BLOCK_CHARACTERS || block.size() == BLOCK_ROWS) {
            endBlock(file);
        }
        blockCharacters += characters;
        block.add(new CsvRow(row.line(), copies.merge(hash(row), 1, Integer::sum), row.cells()));
    }

    private void endBlock(ImportFile file) {
        store.letGo(store.add(new ImportBlock(file.id(), blocks++, block, now)));
        block.clear();
        blockCharacters = 0;
    }

    /** 64 bits are enough to count repetitions by: a clash would only number a row that is none. */
    private static long hash(CsvRow row) {
        long hash = 1125899906842597L;
        for (String cell : row.cells()) {
            for (int i = 0; i < cell.length(); i++) {
                hash = 31 * hash + cell.charAt(i);
            }
            hash = 31 * hash + 0x1f;
        }
        return hash;
    }

    private static CrmException tooLarge(String detail) {
        return new CrmException(CrmException.Kind.TOO_LARGE, "too_large", detail);
    }
}
