package com.pivotino.crm.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A partner's bundle with one listener, as a partner's build makes it: a manifest, a component, a class. */
final class PartnerJar {

    private PartnerJar() {
    }

    /** Writes the bundle; under another name first, so that nobody picks up half of it. */
    static void write(Path target, Class<?> listener, String listenerId) throws IOException {
        Path unfinished = Files.createTempFile("partner", ".tmp");
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "partner.listener");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Import-Package", "com.pivotino.crm.api;version=\"[1.0,2)\",com.pivotino.crm.api.event;version=\"[1.0,2)\"");
        headers.putValue("Service-Component", "OSGI-INF/listener.xml");
        headers.putValue("Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\"");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(unfinished), manifest)) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/listener.xml"));
            jar.write(component(listener, listenerId).getBytes(StandardCharsets.UTF_8));
            String path = listener.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new ZipEntry(path));
            try (InputStream code = listener.getClassLoader().getResourceAsStream(path)) {
                code.transferTo(jar);
            }
        }
        Files.createDirectories(target.getParent());
        Files.copy(unfinished, target.resolveSibling("." + target.getFileName()));
        Files.move(target.resolveSibling("." + target.getFileName()), target);
        Files.delete(unfinished);
    }

    private static String component(Class<?> listener, String listenerId) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="partner.listener">
                  <implementation class="%s"/>
                  <property name="crm.listener.id" type="String" value="%s"/>
                  <service><provide interface="com.pivotino.crm.api.event.DomainEventListener"/></service>
                </scr:component>
                """.formatted(listener.getName(), listenerId);
    }
}
