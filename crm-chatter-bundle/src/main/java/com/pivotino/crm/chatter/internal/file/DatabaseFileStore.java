package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * Files in the product's database, in parts of half a megabyte, so that several nodes need no folder in common and one backup
 * has all. Used once there is a configuration {@code com.pivotino.crm.files.database}. What the local disk has from before
 * is still read.
 */
@Component(service = FileStore.class, configurationPid = "com.pivotino.crm.files.database",
        configurationPolicy = ConfigurationPolicy.REQUIRE, property = "service.ranking:Integer=10")
public final class DatabaseFileStore implements FileStore {

    private final ChatterCore core;
    private final FileStore disk;
    private final Path incoming;

    @Activate
    public DatabaseFileStore(@Reference ChatterCore core,
            @Reference(target = "(component.name=com.pivotino.crm.chatter.internal.file.DiskFileStore)") FileStore disk) {
        this(core, disk, Path.of(System.getProperty("karaf.base", "."), "files", "incoming"));
    }

    /**
     * @param disk     what files lay on before
     * @param incoming folder for what is being received
     */
    public DatabaseFileStore(ChatterCore core, FileStore disk, Path incoming) {
        this.core = core;
        this.disk = disk;
        this.incoming = incoming;
    }

    @Override
    public Incoming receive(InputStream body, long maxBytes) throws IOException {
        return new IncomingRow(IncomingFile.receive(body, maxBytes, Files.createDirectories(incoming), null), core);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return core.read(em -> new FileParts(em).has(sha256)) ? new PartStream(sha256, core) : disk.open(sha256);
    }

    @Override
    public void delete(String sha256) throws IOException {
        core.keep(em -> new FileParts(em).remove(sha256));
        disk.delete(sha256);
    }

    @Override
    public List<String> keptBefore(Instant instant) throws IOException {
        List<String> kept = new ArrayList<>(disk.keptBefore(instant));
        List<String> here = core.read(em -> new FileParts(em).keptBefore(instant));
        kept.removeAll(here);
        kept.addAll(here);
        return kept;
    }
}
