package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/**
 * What the archetype makes, which its own build compares file by file, is built here as its {@code pom.xml} says: compiled, tested,
 * and packed by bnd. Not by Maven itself, which would look for a contract that is not installed yet.
 */
public class ArchetypeProjectTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();
    private static final Path PROJECT = Path.of("..", "crm-extension-archetype", "src", "test", "resources", "projects", "guard",
            "reference");
    private static final Pattern BND = Pattern.compile("<bnd><!\\[CDATA\\[(.*?)]]></bnd>", Pattern.DOTALL);
    private static Path classes;
    private static Path tests;

    @BeforeClass
    public static void compile() throws IOException {
        classes = FOLDER.newFolder().toPath();
        tests = FOLDER.newFolder().toPath();
        assertEquals("", Compiled.problems(sources("main"), classes));
        List<Path> all = Stream.concat(sources("main").stream(), sources("test").stream()).toList();
        assertEquals("", Compiled.problems(all, tests));
    }

    @Test
    public void its_test_is_green() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {tests.toUri().toURL()}, getClass().getClassLoader())) {
            Result result = new JUnitCore().run(loader.loadClass("com.example.plugin.RevenueKnownTest"));
            assertTrue(result.getFailures().toString(), result.wasSuccessful());
            assertTrue("the contract ran", result.getRunCount() > 3);
        }
    }

    @Test
    public void its_bundle_can_be_dropped_into_the_product() throws Exception {
        try (Builder bnd = new Builder()) {
            Properties said = new Properties();
            said.load(new StringReader(instructions().replace("${project.artifactId}", "example-plugin")));
            bnd.setProperties(said);
            bnd.setProperty("Private-Package", "com.example.plugin");
            bnd.addClasspath(classes.toFile());
            bnd.addClasspath(Arrays.stream(Compiled.classpath().split(File.pathSeparator)).map(File::new).filter(File::exists).toList());
            Jar jar = bnd.build();
            assertEquals(List.of(), bnd.getErrors());
            Attributes headers = jar.getManifest().getMainAttributes();
            assertEquals("example-plugin", headers.getValue("Bundle-SymbolicName"));
            assertEquals("OSGI-INF/com.example.plugin.RevenueKnown.xml", headers.getValue("Service-Component"));
            String imports = headers.getValue("Import-Package");
            assertTrue(imports, imports.contains("com.pivotino.crm.api.pipeline.spi;version=\"["));
            assertTrue("nothing but the contract: " + imports, Arrays.stream(imports.split(",(?=[a-z])")).allMatch(
                    one -> one.startsWith("com.pivotino.crm.api") || one.startsWith("java.")));
        }
    }

    private static String instructions() throws IOException {
        Matcher bnd = BND.matcher(Files.readString(PROJECT.resolve("pom.xml")));
        assertTrue("the project says how it is packed", bnd.find());
        return bnd.group(1);
    }

    private static List<Path> sources(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(Path.of("src", kind, "java")))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
