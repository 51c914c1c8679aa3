package com.pivotino.crm.itests;

import com.pivotino.crm.api.event.DomainEventListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** A partner's bundle as a partner's build makes it: a manifest, components, classes. */
public final class PartnerJar {

    private static final List<String> PACKAGES = List.of("", ".event", ".record", ".pipeline", ".pipeline.spi", ".activity.spi",
            ".notification.spi", ".calendar.spi", ".chatter", ".search.spi", ".ui.spi");

    private PartnerJar() {
    }

    /**
     * A component of the bundle.
     *
     * @param spi        the interface that it is registered under
     * @param properties texts and integers
     */
    public record Component(Class<?> implementation, Class<?> spi, Map<String, Object> properties) {

        private String name() {
            return "partner." + implementation.getSimpleName();
        }
    }

    /** Writes a bundle with one listener. */
    static void write(Path target, Class<?> listener, String listenerId) throws IOException {
        write(target, "partner.listener", List.of(new Component(listener, DomainEventListener.class,
                Map.of(DomainEventListener.ID, listenerId))), listener);
    }

    /** Writes the bundle; under another name first, so that nobody picks up half of it. */
    public static void write(Path target, String symbolicName, List<Component> components, Class<?>... classes) throws IOException {
        Path unfinished = Files.createTempFile("partner", ".tmp");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(unfinished), manifest(symbolicName))) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/components.xml"));
            jar.write(("<components>" + components.stream().map(PartnerJar::component).collect(Collectors.joining()) + "</components>")
                    .getBytes(StandardCharsets.UTF_8));
            for (Class<?> one : classes) {
                String path = one.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(path));
                try (InputStream code = one.getClassLoader().getResourceAsStream(path)) {
                    code.transferTo(jar);
                }
            }
        }
        Files.createDirectories(target.getParent());
        Files.copy(unfinished, target.resolveSibling("." + target.getFileName()));
        Files.move(target.resolveSibling("." + target.getFileName()), target);
        Files.delete(unfinished);
    }

    private static Manifest manifest(String symbolicName) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", symbolicName);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Import-Package", PACKAGES.stream().map(name -> "com.pivotino.crm.api" + name + ";version=\"[1.0,3)\"")
                .collect(Collectors.joining(",")));
        headers.putValue("Service-Component", "OSGI-INF/components.xml");
        headers.putValue("Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\"");
        return manifest;
    }

    private static String component(Component component) {
        String properties = component.properties.entrySet().stream().map(property -> "<property name=\"" + property.getKey()
                + "\" type=\"" + property.getValue().getClass().getSimpleName() + "\" value=\"" + property.getValue() + "\"/>")
                .collect(Collectors.joining());
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
                  <implementation class="%s"/>
                  %s
                  <service><provide interface="%s"/></service>
                </scr:component>
                """.formatted(component.name(), component.implementation.getName(), properties, component.spi.getName());
    }
}
