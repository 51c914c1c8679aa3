package com.pivotino.crm.pipeline.internal.imports.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.pivotino.crm.api.CrmException;

/**
 * The character encoding of an uploaded file, found out from all of its bytes: a byte order mark decides; NUL bytes on
 * every other place mean UTF-16; what is valid UTF-8 to the last byte is UTF-8; the rest is windows-1252.
 *
 * @param charset how to decode
 * @param skip    bytes of the byte order mark
 */
record Encoding(Charset charset, int skip) {

    private static final int SAMPLE = 4096;

    /**
     * Looks at the whole file.
     *
     * @throws CrmException {@code validation_failed} with code {@code not_csv} if it is a workbook or another binary file
     */
    static Encoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0) || startsWith(head, '%', 'P', 'D', 'F')) {
            throw CrmException.invalid("body", "not_csv", "This is not a CSV file; save the sheet as CSV and send that.");
        }
        int even = nuls(head, 0);
        int odd = nuls(head, 1);
        if (Math.max(even, odd) > head.length / 5 && Math.min(even, odd) < head.length / 20) {
            return new Encoding(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
        }
        return new Encoding(isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0);
    }

    /** The file's characters, without the byte order mark. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(skip);
        return new InputStreamReader(in, charset);
    }

    private static boolean isUtf8(Path file) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            int read = 0;
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
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
