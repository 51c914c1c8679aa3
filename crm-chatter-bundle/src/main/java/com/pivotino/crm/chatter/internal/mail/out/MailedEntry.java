package com.pivotino.crm.chatter.internal.mail.out;

import java.util.List;
import java.util.Locale;

/**
 * What a mail needs of the entry that it carries.
 *
 * @param kind    {@code message, note, activity, change}, or null without an entry
 * @param replyTo the entry that it answers, or null
 * @param files   its files
 */
record MailedEntry(String kind, Long replyTo, List<File> files) {

    static final MailedEntry NONE = new MailedEntry(null, null, List.of());

    MailedEntry {
        files = List.copyOf(files);
    }

    /** A person wrote it: what answers it is shown as an answer, and it is no automatic mail. */
    boolean isWritten() {
        return "message".equals(kind) || "note".equals(kind);
    }

    /** Whether the files are too much for a mail and go as links (SEMANTICS L7). */
    boolean isAbove(long bytes) {
        return files.stream().mapToLong(File::size).sum() > bytes;
    }

    /** A file of the entry. */
    record File(long id, String name, long size) {

        private static final double MB = 1 << 20;

        String megabytes() {
            return String.format(Locale.ROOT, "%.1f", size / MB);
        }
    }
}
