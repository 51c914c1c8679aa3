package com.pivotino.crm.runtime.internal.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bundle's jar as its manifest tells of it.
 *
 * @param symbolicName the bundle's name
 * @param module       the module of the product that it is, or null
 */
record ModuleJar(Path path, String symbolicName, Version version, String module) {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleJar.class);

    /** @return the jar, or null if it is no bundle, or not wholly there */
    static ModuleJar read(Path path) {
        // as the deploy folder reads it: the manifest comes first
        try (JarInputStream jar = new JarInputStream(Files.newInputStream(path))) {
            Manifest manifest = jar.getManifest();
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
            String module = headers.getValue(Module.HEADER);
            return name == null ? null : new ModuleJar(path, name.split(";", 2)[0].strip(),
                    Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION)), module == null ? null : module.strip());
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("{} is no bundle, or not yet", path, e);
            return null;
        }
    }

    /** The bundles in a folder; none if there is no folder. */
    static List<ModuleJar> in(Path folder) {
        List<ModuleJar> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path path : jars) {
                ModuleJar jar = read(path);
                if (jar != null) {
                    found.add(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
        return found;
    }
}
