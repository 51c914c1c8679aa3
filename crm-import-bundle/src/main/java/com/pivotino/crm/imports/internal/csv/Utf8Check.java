package com.pivotino.crm.imports.internal.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the bytes of a file say about UTF-8 (RFC 3629): how many longer characters are sound, how many bytes are not. */
final class Utf8Check {

    private int sound;
    private int broken;
    private int badLine;
    private int line = 1;
    /** Bytes of the running character that are still to come, and what the next of them must lie between. */
    private int left;
    private int from = 0x80;
    private int to = 0xBF;

    private Utf8Check() {
    }

    static Utf8Check of(Path file) throws IOException {
        Utf8Check check = new Utf8Check();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                check.see(b);
            }
        }
        if (check.left > 0) {
            check.bad();
        }
        return check;
    }

    boolean isSound() {
        return broken == 0;
    }

    /** Whether some of the file is UTF-8: other encodings hardly ever look like it by chance, so nobody may guess. */
    boolean isMeant() {
        return sound > 0;
    }

    /** The line with the first byte that is wrong, from 1. */
    int badLine() {
        return badLine;
    }

    private void see(int b) {
        if (left > 0 && b >= from && b <= to) {
            left--;
            sound += left == 0 ? 1 : 0;
            from = 0x80;
            to = 0xBF;
            return;
        }
        if (left > 0) {
            bad();
        }
        left = 0;
        begin(b);
        line += b == '\n' ? 1 : 0;
    }

    private void begin(int b) {
        from = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        to = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (b >= 0xC2 && b <= 0xF4) {
            left = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        } else if (b >= 0x80) {
            bad();
        }
    }

    private void bad() {
        broken++;
        badLine = badLine == 0 ? line : badLine;
    }
}
