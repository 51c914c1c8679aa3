package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/** What {@code docs/partner.md} shows compiles, and the tests that it shows pass. */
public class PartnerGuideTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();
    private static final Pattern SNIPPET = Pattern.compile("^```java\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public (?:final )?class (\\w+)");
    private static List<Path> sources;
    private static String problems;

    @BeforeClass
    public static void compile() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "partner.md"));
        sources = SNIPPET.matcher(guide).results().map(found -> write(found.group(1))).toList();
        problems = Compiled.problems(sources, FOLDER.getRoot().toPath());
    }

    @Test
    public void every_snippet_compiles() {
        assertTrue("the guide shows Java", sources.size() >= 4);
        assertEquals("", problems);
    }

    @Test
    public void the_tests_that_it_shows_pass() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {FOLDER.getRoot().toURI().toURL()}, getClass().getClassLoader())) {
            for (Path source : sources) {
                String name = source.getFileName().toString().replace(".java", "");
                if (name.endsWith("Test")) {
                    Result result = new JUnitCore().run(loader.loadClass("com.example.crm." + name));
                    assertTrue(result.getFailures().toString(), result.wasSuccessful());
                    assertTrue("it has tests", result.getRunCount() > 0);
                }
            }
        }
    }

    private static Path write(String snippet) {
        try {
            Matcher type = TYPE.matcher(snippet);
            assertTrue("a whole class: " + snippet, type.find());
            return Files.writeString(FOLDER.newFolder().toPath().resolve(type.group(1) + ".java"), snippet);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
