package com.pivotino.crm.api.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The store of file contents, each named by its SHA-256: the same content is kept once. An OSGi service; the highest
 * ranking is used, so a partner's replaces ours on the local disk. Called from many threads. An {@code IOException} is told to
 * the caller as a failure of the product; the request has had no effect then.
 */
@ConsumerType
public interface FileStore {

    /**
     * Reads a body to its end into a place of its own. Nothing is left of it when this throws, or when the answer is closed
     * without having been kept.
     *
     * @param maxBytes the most bytes that are taken
     * @throws com.pivotino.crm.api.CrmException {@code too_large} as soon as there are more
     */
    Incoming receive(InputStream body, long maxBytes) throws IOException;

    /**
     * The content with this SHA-256, for the caller to close.
     *
     * @throws java.io.FileNotFoundException if there is none
     */
    InputStream open(String sha256) throws IOException;

    /** Removes the content; one that is not there is no error. */
    void delete(String sha256) throws IOException;

    /** The SHA-256 of each content kept before this instant and not again since; removes contents that were never kept. */
    List<String> keptBefore(Instant instant) throws IOException;

    /** A body that was received and is not kept yet. */
    interface Incoming extends AutoCloseable {

        /** 64 lower case hexadecimal digits. */
        String sha256();

        /** In bytes. */
        long size();

        /** The received content from its beginning; the caller closes the stream. Only before the content is kept. */
        InputStream content() throws IOException;

        /** Keeps it: once this returns, it survives a loss of power. */
        void keep() throws IOException;

        /** Forgets it unless it was kept. */
        @Override
        void close() throws IOException;
    }
}
