package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MissingServiceReportTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void a_component_whose_services_are_all_there_is_not_named() throws IOException {
        Path bundle = bundle(component("b", "x.Used", "x.Given", "1..1"), component("a", "x.Guard", "x.Used", "1..1"),
                component("c", "x.Other", "x.Nobody", "0..n"));
        assertEquals("", MissingServiceReport.of(List.of(bundle), Set.of("x.Given")).text());
    }

    @Test
    public void a_missing_service_is_named_with_everybody_who_waits_for_it() throws IOException {
        Path bundle = bundle(component("b", "x.Used", "x.Given", ""), component("a", "x.Guard", "x.Used", "1..1"));
        assertEquals(List.of("a waits for x.Used (of b, which waits itself)", "b waits for x.Given"),
                MissingServiceReport.of(List.of(bundle), Set.of()).lines());
    }

    @Test
    public void two_that_wait_for_each_other_are_both_named() throws IOException {
        Path bundle = bundle(component("a", "x.A", "x.B", "1..n"), component("b", "x.B", "x.A", "1..1"));
        assertEquals(2, MissingServiceReport.of(List.of(bundle), Set.of()).lines().size());
    }

    @Test
    public void a_jar_is_read_like_a_folder() throws IOException {
        Path jar = folder.getRoot().toPath().resolve("partner.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("OSGI-INF/a.xml"));
            out.write(component("a", "x.A", "x.B", "1..1").getBytes());
        }
        assertEquals("a waits for x.B", MissingServiceReport.of(List.of(jar), Set.of()).text());
    }

    private Path bundle(String... components) throws IOException {
        Path root = folder.newFolder().toPath();
        Path inf = Files.createDirectories(root.resolve("OSGI-INF"));
        for (int i = 0; i < components.length; i++) {
            Files.writeString(inf.resolve(i + ".xml"), components[i]);
        }
        return root;
    }

    private static String component(String name, String provides, String needs, String cardinality) {
        String attribute = cardinality.isEmpty() ? "" : " cardinality=\"" + cardinality + "\"";
        return "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + name + "\"><implementation class=\"X\"/>"
                + "<service><provide interface=\"" + provides + "\"/></service><reference name=\"r\" interface=\"" + needs + "\""
                + attribute + "/></scr:component>";
    }
}
