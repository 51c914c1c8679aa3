package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.attachment.FileStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Files on the local disk under {@code ${karaf.base}/files}: {@code ab/cd/abcd...} by their SHA-256, and what is coming in
 * under {@code incoming}. The names on disk are ours alone; what a caller calls a file never gets here.
 */
@Component(service = FileStore.class)
public final class DiskFileStore implements FileStore {

    private static final String INCOMING = "incoming";

    private final Path folder;
    private final Clock clock;

    @Activate
    public DiskFileStore(@Reference Clock clock) {
        this(Path.of(System.getProperty("karaf.base", "."), "files"), clock);
    }

    /** @param folder where the files lie; made when the first one comes */
    public DiskFileStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Incoming receive(InputStream body, long maxBytes) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve(INCOMING));
        return IncomingFile.receive(body, maxBytes, incoming, this);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        try {
            return Files.newInputStream(place(sha256));
        } catch (NoSuchFileException e) {
            FileNotFoundException gone = new FileNotFoundException("no content " + sha256);
            gone.initCause(e);
            throw gone;
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public List<String> keptBefore(Instant instant) throws IOException {
        List<String> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(instant)) {
                    if (file.getParent().getFileName().toString().equals(INCOMING)) {
                        Files.deleteIfExists(file);
                    } else if (isSha256(file.getFileName().toString())) {
                        found.add(file.getFileName().toString());
                    }
                }
            }
        }
        return found;
    }

    /** When something was kept is told by the product's clock, not by the disk's. */
    FileTime now() {
        return FileTime.from(clock.instant());
    }

    /** Where content of this hash lies. */
    Path place(String sha256) {
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    private static boolean isSha256(String name) {
        return name.matches("[0-9a-f]{64}");
    }
}
