package com.pivotino.crm.chatter;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.testkit.FileStoreContract;
import com.pivotino.crm.testkit.MutableClock;
import java.time.Instant;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** The file store on the local disk keeps the contract that partners' stores keep. */
public class DiskFileStoreTest extends FileStoreContract {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();
    private FileStore store;

    @Before
    public void open() {
        store = new DiskFileStore(folder.getRoot().toPath(), new MutableClock(Instant.parse("2026-06-03T10:00:00Z")));
    }

    @Override
    protected FileStore store() {
        return store;
    }
}
