package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.api.CrmException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body that has come in completely: a slow sender holds a thread and nothing else, and the work can be done again. Small
 * ones are held in memory, others in a temporary file until they are closed.
 */
public final class ReceivedBody implements AutoCloseable {

    private static final int IN_MEMORY = 64 * 1024;

    private final byte[] small;
    private final Path file;

    private ReceivedBody(byte[] small, Path file) {
        this.small = small;
        this.file = file;
    }

    /**
     * Reads the body to its end.
     *
     * @throws CrmException {@code too_large}, or {@code unavailable} if the disk is full
     * @throws com.pivotino.crm.rest.internal.problem.Refusal if the sender has gone
     */
    public static ReceivedBody of(InputStream body) {
        try {
            byte[] start = body.readNBytes(IN_MEMORY);
            return start.length < IN_MEMORY ? new ReceivedBody(start, null) : new ReceivedBody(null, spooled(start, body));
        } catch (IOException e) {
            throw CrmException.unavailable("There is no room here to receive this. Tell the operator.", e);
        }
    }

    private static Path spooled(byte[] start, InputStream rest) throws IOException {
        Path file = Files.createTempFile("crm-body", null);
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            rest.transferTo(out);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    /** The body from its start, as often as it is wanted. */
    public InputStream open() {
        try {
            return file == null ? new ByteArrayInputStream(small) : Files.newInputStream(file);
        } catch (IOException e) {
            throw new IllegalStateException("A received body cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
