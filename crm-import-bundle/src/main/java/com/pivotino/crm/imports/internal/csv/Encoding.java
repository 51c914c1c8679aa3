package com.pivotino.crm.imports.internal.csv;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The character encoding of an uploaded file: the one that somebody has chosen; else found out from all of its bytes. A
 * byte order mark decides; NUL bytes on every other place mean UTF-16; what is valid UTF-8 to the last byte is UTF-8. A
 * file that is UTF-8 in parts only is refused with the line, not guessed at; the rest is windows-1252.
 *
 * @param charset how to decode
 * @param skip    bytes of the byte order mark
 */
public record Encoding(Charset charset, int skip) {

    private static final int SAMPLE = 4096;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /**
     * The charset with this name; null for null.
     *
     * @param field named in the refusal
     * @throws CrmException {@code validation_failed} on the field
     */
    public static Charset named(String field, String name) {
        try {
            return name == null || name.isBlank() ? null : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            String message = "There is no encoding of this name; use one such as UTF-8, windows-1252 or UTF-16.";
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                    List.of(new FieldProblem(field, "unknown_encoding", message)), Map.of(), e);
        }
    }

    /**
     * Looks at the whole file.
     *
     * @param chosen or null
     * @throws CrmException {@code validation_failed} on {@code body}: {@code not_csv} if it is a workbook or another binary
     *                      file, {@code bad_encoding} if a line is not written in the encoding
     */
    static Encoding of(Path file, Charset chosen) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0) || startsWith(head, '%', 'P', 'D', 'F')) {
            throw CrmException.invalid("body", "not_csv", "This is not a CSV file; save the sheet as CSV and send that.");
        }
        Encoding marked = marked(head);
        if (chosen != null) {
            boolean same = marked != null && (marked.charset.equals(chosen) || chosen.equals(StandardCharsets.UTF_16));
            return require(file, same ? marked : new Encoding(chosen, 0));
        }
        if (marked != null) {
            return require(file, marked);
        }
        int even = nuls(head, 0);
        int odd = nuls(head, 1);
        if (Math.max(even, odd) > head.length / 5 && Math.min(even, odd) < head.length / 20) {
            return new Encoding(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
        }
        Utf8Check utf8 = Utf8Check.of(file);
        if (!utf8.isSound() && utf8.isMeant()) {
            throw broken(utf8.badLine(), StandardCharsets.UTF_8);
        }
        return new Encoding(utf8.isSound() ? StandardCharsets.UTF_8 : WESTERN, 0);
    }

    /** The file's characters, without the byte order mark. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(skip);
        return new InputStreamReader(in, charset);
    }

    private static Encoding require(Path file, Encoding encoding) throws IOException {
        if (encoding.charset.equals(StandardCharsets.UTF_8)) {
            Utf8Check utf8 = Utf8Check.of(file);
            if (!utf8.isSound()) {
                throw broken(utf8.badLine(), encoding.charset);
            }
            return encoding;
        }
        int line = encoding.brokenLine(file);
        if (line > 0) {
            throw broken(line, encoding.charset);
        }
        return encoding;
    }

    /** The first line with something that the encoding does not have; 0 if there is none. */
    private int brokenLine(Path file) throws IOException {
        int line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(skip);
            Reader reader = new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith("\ufffd"));
            char[] buffer = new char[1 << 14];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\ufffd') {
                        return line;
                    }
                    line += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return 0;
    }

    private static CrmException broken(int line, Charset charset) {
        String message = "Line " + line + " is not written in " + charset.name() + ". Mend the line, or choose another encoding.";
        return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                List.of(new FieldProblem("body", "bad_encoding", message)), Map.of("line", line, "encoding", charset.name()), null);
    }

    private static Encoding marked(byte[] head) {
        return startsWith(head, 0xEF, 0xBB, 0xBF) ? new Encoding(StandardCharsets.UTF_8, 3)
                : startsWith(head, 0xFE, 0xFF) ? new Encoding(StandardCharsets.UTF_16BE, 2)
                : startsWith(head, 0xFF, 0xFE) ? new Encoding(StandardCharsets.UTF_16LE, 2) : null;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int nuls(byte[] head, int from) {
        int count = 0;
        for (int i = from; i < head.length; i += 2) {
            count += head[i] == 0 ? 1 : 0;
        }
        return count;
    }
}
