package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.activation.DataSource;

/** Files as a mail attaches them: read from the store while the mail is written, never as a whole in memory. */
public final class FileContents {

    private final ChatterCore core;
    private final FileStore files;

    public FileContents(ChatterCore core, FileStore files) {
        this.core = core;
        this.files = GuardedFileStore.of(files);
    }

    /** Those of the files that are still there, in this order. */
    public List<DataSource> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return core.read(em -> {
            FileRows rows = new FileRows(em);
            return ids.stream().map(id -> rows.find(id).orElse(null)).filter(Objects::nonNull)
                    .map(file -> (DataSource) new Source(file.toRecord().name(), file.toRecord().type(), file.sha256(), files)).toList();
        });
    }

    /** One file. */
    private record Source(String name, String type, String sha256, FileStore files) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return files.open(sha256);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("A file that was attached does not change.");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
