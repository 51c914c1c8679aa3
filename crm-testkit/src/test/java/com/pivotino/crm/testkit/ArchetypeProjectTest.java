package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/**
 * What {@code crm-extension-archetype} generates compiles, and its tests pass: its build compares what it generates with the project
 * that is read here.
 */
public class ArchetypeProjectTest {

    private static final Path PROJECT = Path.of("..", "crm-extension-archetype", "src", "test", "resources", "projects", "guard",
            "reference");

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    @Test
    public void the_generated_project_compiles_and_its_tests_are_green() throws Exception {
        List<Path> sources = sources();
        assertTrue("a plugin and its test", sources.size() >= 2);
        assertEquals(List.of(), compile(sources));
        int run = 0;
        try (URLClassLoader loader = new URLClassLoader(new URL[] {FOLDER.getRoot().toURI().toURL()}, getClass().getClassLoader())) {
            for (Path source : sources) {
                String name = source.toString().replaceFirst(".*/java/", "").replace('/', '.').replace(".java", "");
                if (name.endsWith("Test")) {
                    Result result = new JUnitCore().run(loader.loadClass(name));
                    assertTrue(result.getFailures().toString(), result.wasSuccessful());
                    run += result.getRunCount();
                }
            }
        }
        assertTrue("the contract ran", run > 3);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static List<String> compile(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
            List<String> options = List.of("-proc:none", "--release", "17", "-d", FOLDER.getRoot().toString(), "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            compiler.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
        }
        return said.getDiagnostics().stream().filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR).map(Object::toString)
                .toList();
    }
}
