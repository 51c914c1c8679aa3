package com.pivotino.crm.chatter.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a file is by its content. What the caller claims only tells kinds of text apart, and never names one that a browser
 * would run.
 *
 * @param name       media type
 * @param executable a program for Windows, Linux or macOS, or a script that names its interpreter
 */
record FileType(String name, boolean executable) {

    static final String UNKNOWN = "application/octet-stream";
    static final String TEXT = "text/plain";

    private static final int HEAD = 4096;
    private static final Set<String> TEXTS = Set.of(TEXT, "text/csv", "text/markdown", "text/calendar", "text/vcard",
            "application/json");
    private static final Map<String, String> PACKED = Map.of(
            "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    /**
     * Looks at a file.
     *
     * @param content read as far as needed; not closed
     * @param claimed the media type that the caller names, or null
     */
    static FileType of(InputStream content, String claimed) throws IOException {
        byte[] head = content.readNBytes(HEAD);
        if (isExecutable(head)) {
            return new FileType(UNKNOWN, true);
        }
        String known = known(head);
        if (known != null) {
            return new FileType(known, false);
        }
        return new FileType(PlainUtf8.isText(head, content) ? kindOfText(claimed) : UNKNOWN, false);
    }

    private static String known(byte[] head) {
        if (begins(head, 0, "25504446 2D")) {
            return "application/pdf";
        }
        if (begins(head, 0, "89504E47 0D0A1A0A")) {
            return "image/png";
        }
        if (begins(head, 0, "FFD8FF")) {
            return "image/jpeg";
        }
        if (begins(head, 0, "47494638 3761") || begins(head, 0, "47494638 3961")) {
            return "image/gif";
        }
        if (begins(head, 0, "52494646") && begins(head, 8, "57454250")) {
            return "image/webp";
        }
        return begins(head, 0, "504B0304") || begins(head, 0, "504B0506") ? packed(head) : null;
    }

    /** PE and its DOS ancestor, ELF, Mach-O in both orders and fat (whose magic Java's classes share), shebang. */
    private static boolean isExecutable(byte[] head) {
        return begins(head, 0, "4D5A") && !looksLikeText(head) || begins(head, 0, "7F454C46")
                || begins(head, 0, "FEEDFACE") || begins(head, 0, "FEEDFACF") || begins(head, 0, "CEFAEDFE")
                || begins(head, 0, "CFFAEDFE") || begins(head, 0, "CAFEBABE") || begins(head, 0, "BEBAFECA")
                || begins(head, 0, "2321") || begins(head, 0, "EFBBBF 2321");
    }

    /** "MZ" also begins words; a program has zero bytes right behind. */
    private static boolean looksLikeText(byte[] head) {
        for (byte one : head) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }

    /** The names of the first entries tell an office document; nothing is ever unpacked. */
    private static String packed(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        boolean office = names.contains("[Content_Types].xml") || names.contains("_rels/.rels");
        return PACKED.entrySet().stream().filter(kind -> office && names.contains(kind.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse("application/zip");
    }

    private static String kindOfText(String claimed) {
        String plain = claimed == null ? TEXT : claimed.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TEXTS.contains(plain) ? plain : TEXT;
    }

    private static boolean begins(byte[] head, int offset, String hex) {
        byte[] magic = HexFormat.of().parseHex(hex.replace(" ", ""));
        return head.length >= offset + magic.length
                && Arrays.equals(head, offset, offset + magic.length, magic, 0, magic.length);
    }
}
