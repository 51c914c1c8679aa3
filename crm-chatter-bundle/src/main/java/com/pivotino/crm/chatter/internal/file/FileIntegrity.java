package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.module.IntegrityScan;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** What must hold of files (RELIABILITY F-29): each content is there and is what was sent, and hangs where it is shown. */
public final class FileIntegrity {

    private final FileStore files;

    public FileIntegrity(FileStore files) {
        this.files = GuardedFileStore.of(files);
    }

    /** A content by its hash, and how many files have it. */
    private record Content(String sha256, long size, long names) {
    }

    /** Reads every content once, however many files share it. */
    public void check(IntegrityScan scan) {
        Consumer<String> broken = scan.invariant("The content of every file is there, as it was sent");
        List<Content> contents = new ArrayList<>();
        scan.rows("SELECT sha256, size, COUNT(*) FROM ch_attachment GROUP BY sha256, size ORDER BY sha256, size", List.of(), row ->
                contents.add(new Content((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        for (Content content : contents) {
            String found = find(content);
            if (found != null) {
                broken.accept(content.sha256 + ", of " + content.names + (content.names == 1 ? " file, " : " files, ") + found);
            }
        }
        scan.none("A file is shown by an entry of the record that it hangs on",
                "SELECT a.id, a.record_type, a.record_id, a.entry_id FROM ch_attachment a LEFT JOIN ch_entry e ON e.id = a.entry_id"
                        + " WHERE a.entry_id IS NOT NULL AND (e.id IS NULL OR a.record_id IS NULL OR e.record_type <> a.record_type"
                        + " OR e.record_id <> a.record_id)");
    }

    /** What is wrong with it, or null. */
    private String find(Content content) {
        MessageDigest digest = IncomingFile.hasher();
        try (InputStream stream = new DigestInputStream(files.open(content.sha256), digest)) {
            long size = stream.transferTo(OutputStream.nullOutputStream());
            boolean same = size == content.size && HexFormat.of().formatHex(digest.digest()).equals(content.sha256);
            return same ? null : "is another now, of " + size + " bytes in place of " + content.size;
        } catch (FileNotFoundException e) {
            return "is missing";
        } catch (IOException e) {
            return "cannot be read: " + e.getMessage();
        }
    }
}
