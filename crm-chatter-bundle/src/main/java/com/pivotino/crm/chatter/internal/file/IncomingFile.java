package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.attachment.FileStore.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body on its way into the store: a file of its own that is gone when it is not kept. */
final class IncomingFile implements Incoming {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DiskFileStore store;
    private final String sha256;
    private final long size;
    private boolean kept;

    private IncomingFile(Path file, DiskFileStore store, String sha256, long size) {
        this.file = file;
        this.store = store;
        this.sha256 = sha256;
        this.size = size;
    }

    static IncomingFile receive(InputStream body, long maxBytes, Path folder, DiskFileStore store) throws IOException {
        Path file = Files.createTempFile(folder, "in", null);
        boolean whole = false;
        try {
            MessageDigest digest = hasher();
            long size = copy(body, maxBytes, file, digest);
            whole = true;
            return new IncomingFile(file, store, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream body, long maxBytes, Path file, MessageDigest digest) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new CrmException(CrmException.Kind.TOO_LARGE, "too_large",
                            "The file is larger than " + (maxBytes >> 20) + " MB.");
                }
                digest.update(buffer, 0, read);
                for (ByteBuffer left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining();) {
                    out.write(left);
                }
            }
            out.force(true);
            return size;
        }
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream content() throws IOException {
        return Files.newInputStream(file);
    }

    /** A second time, in an act that is tried again, changes nothing. */
    @Override
    public void keep() throws IOException {
        if (kept) {
            return;
        }
        Path place = store.place(sha256);
        Path first = place.getParent().getParent();
        Files.createDirectories(place.getParent());
        Files.setLastModifiedTime(file, store.now());
        // over one that is there already: the same content, and one that was damaged is mended
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        kept = true;
        sync(place.getParent());
        sync(first);
        sync(first.getParent());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** A rename is on disk only when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static MessageDigest hasher() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
