package com.pivotino.crm.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A Declarative Services component as its bundle describes it.
 *
 * @param needed   interfaces of the services without which it does not start
 * @param provided interfaces of the services that it registers
 */
public record ComponentDescription(String name, Set<String> needed, Set<String> provided) {

    private static final String FOLDER = "OSGI-INF";

    /** All components of a jar or of a folder of classes. */
    public static List<ComponentDescription> of(Path bundle) throws IOException {
        if (Files.isDirectory(bundle)) {
            return in(bundle);
        }
        try (FileSystem jar = FileSystems.newFileSystem(bundle)) {
            return in(jar.getPath("/"));
        }
    }

    private static List<ComponentDescription> in(Path root) throws IOException {
        Path folder = root.resolve(FOLDER);
        List<ComponentDescription> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".xml")).sorted().toList()) {
                    found.addAll(read(file));
                }
            }
        }
        return found;
    }

    private static List<ComponentDescription> read(Path file) throws IOException {
        List<ComponentDescription> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(in);
            NodeList components = document.getElementsByTagNameNS("*", "component");
            for (int i = 0; i < components.getLength(); i++) {
                found.add(component((Element) components.item(i)));
            }
            return found;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The description of components " + file + " cannot be read", e);
        }
    }

    private static ComponentDescription component(Element component) {
        Set<String> needed = new LinkedHashSet<>();
        for (Element reference : children(component, "reference")) {
            if (!reference.getAttribute("cardinality").startsWith("0")) {
                needed.add(reference.getAttribute("interface"));
            }
        }
        Set<String> provided = new LinkedHashSet<>();
        for (Element service : children(component, "service")) {
            children(service, "provide").forEach(one -> provided.add(one.getAttribute("interface")));
        }
        return new ComponentDescription(component.getAttribute("name"), needed, provided);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }
}
