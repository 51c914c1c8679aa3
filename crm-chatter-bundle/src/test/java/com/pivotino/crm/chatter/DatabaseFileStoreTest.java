package com.pivotino.crm.chatter;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.file.DatabaseFileStore;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.FakeDirectory;
import com.pivotino.crm.testkit.FileStoreContract;
import com.pivotino.crm.testkit.ModuleUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The file store in the database keeps the contract, on H2. */
public class DatabaseFileStoreTest extends FileStoreContract {

    private static CrmHarness crm;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();
    private DiskFileStore disk;
    private FileStore store;

    protected Database database() {
        return Database.H2;
    }

    @Before
    public void open() {
        if (crm == null) {
            crm = CrmHarness.start(database(), new ModuleUnit("chatter", FeedLine.class.getClassLoader()));
        }
        ChatterCore core = new ChatterCore(new SchemaReady() { }, crm.acts(), crm.jpa("crm-chatter"), new FakeDirectory(), crm.clock(),
                crm.records());
        disk = new DiskFileStore(folder.getRoot().toPath(), crm.clock());
        store = new DatabaseFileStore(core, disk, folder.getRoot().toPath().resolve("incoming"));
    }

    @After
    public void empty() throws IOException {
        for (String sha256 : store.keptBefore(java.time.Instant.parse("2999-01-01T00:00:00Z"))) {
            store.delete(sha256);
        }
    }

    @AfterClass
    public static void close() {
        if (crm != null) {
            crm.close();
        }
        crm = null;
    }

    @Override
    protected FileStore store() {
        return store;
    }

    @Test
    public void a_file_of_several_parts_is_read_as_it_was() throws IOException {
        byte[] content = new byte[(3 << 19) + 17];
        new Random(5).nextBytes(content);
        try (FileStore.Incoming incoming = store.receive(new ByteArrayInputStream(content), content.length)) {
            incoming.keep();
            try (InputStream read = store.open(incoming.sha256())) {
                assertEquals(content[0] & 0xff, read.read());
                byte[] rest = read.readAllBytes();
                byte[] expected = java.util.Arrays.copyOfRange(content, 1, content.length);
                assertArrayEquals(expected, rest);
            }
        }
    }

    @Test
    public void what_lies_on_the_disk_from_before_is_still_read_and_removed() throws IOException {
        String sha256;
        try (FileStore.Incoming incoming = disk.receive(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10)) {
            incoming.keep();
            sha256 = incoming.sha256();
        }
        try (InputStream read = store.open(sha256)) {
            assertArrayEquals(new byte[] {1, 2, 3}, read.readAllBytes());
        }
        store.delete(sha256);
        org.junit.Assert.assertThrows(java.io.FileNotFoundException.class, () -> store.open(sha256));
    }
}
