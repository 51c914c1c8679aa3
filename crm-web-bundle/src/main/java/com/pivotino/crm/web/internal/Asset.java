package com.pivotino.crm.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the browser UI, held in memory: the whole site is a few hundred kilobytes, and a request for it then touches neither
 * a disk nor a path that a caller could bend.
 */
final class Asset {
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    private final String type;
    private final byte[] plain;
    private final byte[] gzipped;

    Asset(String path, byte[] plain) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        this.type = TYPES.getOrDefault(ending, "application/octet-stream");
        this.plain = plain;
        this.gzipped = type.startsWith("text/") || type.startsWith("image/svg") ? gzip(plain) : null;
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return plain;
    }

    /** The same bytes packed, or null where packing gains nothing. */
    byte[] gzipped() {
        return gzipped;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
