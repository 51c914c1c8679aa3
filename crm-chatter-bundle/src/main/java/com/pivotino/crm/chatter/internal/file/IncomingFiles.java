package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** Files that came by mail: kept like uploaded ones, but nobody's until an entry shows them. */
public final class IncomingFiles {

    /** As whom such files are uploaded: no user. */
    public static final long NOBODY = 0;

    private final ChatterCore core;
    private final FileStore files;

    public IncomingFiles(ChatterCore core, FileStore files) {
        this.core = core;
        this.files = GuardedFileStore.of(files);
    }

    /**
     * Keeps a file.
     *
     * @return its id; empty for programs, empty files and those above the limit, which mail does not bring in (SEMANTICS L7)
     */
    public Optional<Long> keep(String name, String claimedType, byte[] content, long maxBytes) {
        if (content.length == 0 || content.length > maxBytes) {
            return Optional.empty();
        }
        FileName called = named(name);
        if (called.isRunnable()) {
            return Optional.empty();
        }
        try (FileStore.Incoming incoming = files.receive(new ByteArrayInputStream(content), maxBytes)) {
            FileType type = typeOf(incoming, claimedType);
            return type.executable() ? Optional.empty() : Optional.of(keep(called, type, incoming));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps content that no file names, by its hash. */
    public String keepRaw(byte[] content) {
        try (FileStore.Incoming incoming = files.receive(new ByteArrayInputStream(content), content.length)) {
            incoming.keep();
            return incoming.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] raw(String sha256) {
        try (InputStream content = files.open(sha256)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Long keep(FileName called, FileType type, FileStore.Incoming incoming) {
        return core.automation(Set.of(DefaultAttachmentService.contentLock(incoming.sha256())), (em, tx) -> {
            try {
                incoming.keep();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            StoredFile file = new StoredFile(called.text(), type.name(), incoming.size(), incoming.sha256(), NOBODY, tx.now());
            return new FileRows(em).add(file).id();
        });
    }

    private static FileType typeOf(FileStore.Incoming incoming, String claimedType) throws IOException {
        try (InputStream content = incoming.content()) {
            return FileType.of(content, claimedType);
        }
    }

    private static FileName named(String name) {
        try {
            return FileName.of(name);
        } catch (CrmException e) {
            // Nothing is left of the name that it came with.
            return FileName.of("attachment");
        }
    }
}
