package com.pivotino.crm.testkit.internal;

import com.pivotino.crm.runtime.internal.migration.ModuleSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds the bundle of a module on the class path by its manifest, and what it ships. */
public final class ModuleFiles {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final String module;
    private final String root;
    private final String folder;

    /**
     * @param loader sees the bundle
     * @throws IllegalStateException if no manifest on the class path has {@code CRM-Module: <module>}
     */
    public ModuleFiles(String module, ClassLoader loader) {
        this.module = module;
        try {
            for (URL url : Collections.list(loader.getResources(MANIFEST))) {
                try (InputStream in = url.openStream()) {
                    var headers = new Manifest(in).getMainAttributes();
                    if (module.equals(headers.getValue("CRM-Module"))) {
                        String text = url.toString();
                        this.root = text.substring(0, text.length() - MANIFEST.length());
                        this.folder = headers.getValue("CRM-Migrations");
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("No bundle on the class path has CRM-Module: " + module
                + " in its manifest; set it in the property module.bnd of the pom.");
    }

    /** Its migrations; none if the manifest names no folder. */
    public ModuleSchema schema() {
        if (folder == null) {
            return new ModuleSchema(module, Map.of());
        }
        return inRoot(top -> {
            try (Stream<Path> files = Files.walk(top.resolve(folder))) {
                List<URL> urls = files.filter(file -> file.toString().endsWith(".sql")).map(ModuleFiles::url).toList();
                return ModuleSchema.read(module, folder, urls);
            } catch (IOException e) {
                throw new UncheckedIOException("The migrations of " + module + " cannot be read", e);
            }
        });
    }

    /** The URL of {@code META-INF/persistence.xml}, or null. */
    public URL persistence() {
        return inRoot(top -> {
            Path file = top.resolve("META-INF/persistence.xml");
            return Files.exists(file) ? url(file) : null;
        });
    }

    private <T> T inRoot(java.util.function.Function<Path, T> work) {
        try {
            if (!root.startsWith("jar:")) {
                return work.apply(Path.of(URI.create(root)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create(root), Map.of())) {
                return work.apply(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        return Closing.checked(() -> file.toUri().toURL());
    }
}
