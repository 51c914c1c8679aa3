package com.pivotino.crm.testkit;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.attachment.FileStore;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.Test;

/** What every {@link FileStore} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class FileStoreContract {

    private static final long MAX = 1000;
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    /** The store under test; always the same within one test, empty at its beginning. */
    protected abstract FileStore store();

    @Test
    public void what_was_kept_is_read_again_under_its_sha256() throws Exception {
        byte[] content = bytes("an offer");
        String sha256 = keep(content);
        assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)), sha256);
        try (InputStream read = store().open(sha256)) {
            assertArrayEquals(content, read.readAllBytes());
        }
    }

    @Test
    public void what_was_not_kept_is_not_there() throws Exception {
        String sha256;
        try (FileStore.Incoming incoming = store().receive(new ByteArrayInputStream(bytes("never mind")), MAX)) {
            sha256 = incoming.sha256();
            assertEquals(10, incoming.size());
            try (InputStream read = incoming.content()) {
                assertEquals(10, read.readAllBytes().length);
            }
        }
        assertThrows(FileNotFoundException.class, () -> store().open(sha256));
    }

    @Test
    public void an_empty_file_and_one_of_exactly_the_limit_are_kept() throws Exception {
        keep(new byte[0]);
        keep(new byte[(int) MAX]);
    }

    @Test
    public void one_byte_too_many_is_too_large_and_leaves_nothing() throws Exception {
        CrmException refusal = assertThrows(CrmException.class,
                () -> store().receive(new ByteArrayInputStream(new byte[(int) MAX + 1]), MAX));
        assertEquals("too_large", refusal.code());
        assertTrue(store().keptBefore(LATER).isEmpty());
    }

    @Test
    public void a_body_that_breaks_off_leaves_nothing() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThrows(IOException.class,
                () -> store().receive(new SequenceInputStream(new ByteArrayInputStream(bytes("half")), broken), MAX));
        assertTrue(store().keptBefore(LATER).isEmpty());
    }

    @Test
    public void the_same_content_is_kept_once_and_deleted_once() throws Exception {
        String sha256 = keep(bytes("twice"));
        assertEquals(sha256, keep(bytes("twice")));
        assertEquals(1, store().keptBefore(LATER).stream().filter(sha256::equals).count());
        store().delete(sha256);
        store().delete(sha256);
        assertThrows(FileNotFoundException.class, () -> store().open(sha256));
        assertFalse(store().keptBefore(LATER).contains(sha256));
    }

    @Test
    public void eight_threads_may_keep_the_same_at_once() throws Exception {
        PluginChecks.sameFromEightThreads(() -> keep(bytes("from all sides")));
    }

    private String keep(byte[] content) throws IOException {
        try (FileStore.Incoming incoming = store().receive(new ByteArrayInputStream(content), MAX)) {
            incoming.keep();
            return incoming.sha256();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
