package com.pivotino.crm.itests.extensions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A partner's bundle with its feature in one file, as {@code karaf-maven-plugin} makes it. */
final class PartnerKar {

    private PartnerKar() {
    }

    /** @param name of the feature, the bundle and its group */
    static void write(OutputStream target, String name, Path bundle) throws IOException {
        String path = "repository/" + name + "/" + name + "/1.0.0/" + name + "-1.0.0";
        String features = """
                <features name="%1$s-1.0.0" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="%1$s" version="1.0.0"><bundle>mvn:%1$s/%1$s/1.0.0</bundle></feature>
                </features>
                """.formatted(name);
        try (ZipOutputStream kar = new ZipOutputStream(target)) {
            entry(kar, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nKaraf-Feature-Start: true\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            entry(kar, path + "-features.xml", features.getBytes(StandardCharsets.UTF_8));
            entry(kar, path + ".jar", Files.readAllBytes(bundle));
        }
    }

    private static void entry(ZipOutputStream kar, String name, byte[] content) throws IOException {
        kar.putNextEntry(new ZipEntry(name));
        kar.write(content);
        kar.closeEntry();
    }
}
