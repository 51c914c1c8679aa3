package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** A body that was received on the local disk and is kept in the database. */
final class IncomingRow implements FileStore.Incoming {

    private final IncomingFile received;
    private final ChatterCore core;

    IncomingRow(IncomingFile received, ChatterCore core) {
        this.received = received;
        this.core = core;
    }

    @Override
    public String sha256() {
        return received.sha256();
    }

    @Override
    public long size() {
        return received.size();
    }

    @Override
    public InputStream content() throws IOException {
        return received.content();
    }

    /** Under the lock of this content, which whoever removes it takes too; within the running act if there is one. */
    @Override
    public void keep() throws IOException {
        try {
            core.automation(Set.of(DefaultAttachmentService.contentLock(sha256())), (em, tx) -> {
                try (InputStream content = received.content()) {
                    new FileParts(em).keep(sha256(), size(), content, tx.now());
                    return null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        received.close();
    }
}
