package com.pivotino.crm.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A shipped bundle with another version. */
public final class Hotfix {

    private Hotfix() {
    }

    /** Writes it into a folder of its own. */
    public static Path of(String bundle, String version) throws IOException {
        Path shipped;
        try (Stream<Path> files = Files.walk(CrmProcess.checkout()
                .resolve("crm-distribution/target/assembly/system/com/pivotino/crm/" + bundle))) {
            shipped = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        Path target = Files.createTempDirectory("hotfix").resolve(bundle + ".jar");
        try (JarFile jar = new JarFile(shipped.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (JarEntry entry : jar.stream().filter(one -> !one.getName().equals(JarFile.MANIFEST_NAME)).toList()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
        }
        return target;
    }
}
