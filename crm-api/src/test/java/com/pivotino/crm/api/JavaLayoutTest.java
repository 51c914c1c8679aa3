package com.pivotino.crm.api;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** How the Java sources of all modules are laid out. A formatter would have to be downloaded; this is what it would see to. */
public class JavaLayoutTest {

    private static final Path ROOT = Path.of("..");
    private static final int WIDTH = 140;
    private static final int INDENT = 4;

    /** Tables in text blocks aside. */
    @Test
    public void lines_are_at_most_140_characters_long() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path file : everything()) {
            each(file, (number, line) -> {
                if (line.length() > WIDTH && !line.contains(" | ")) {
                    wide.add(file + ":" + number);
                }
            });
        }
        assertEquals(List.of(), wide);
    }

    @Test
    public void no_line_has_a_tab_or_ends_with_a_space() throws IOException {
        List<String> odd = new ArrayList<>();
        for (Path file : everything()) {
            each(file, (number, line) -> {
                if (line.contains("\t") || line.endsWith(" ")) {
                    odd.add(file + ":" + number);
                }
            });
        }
        assertEquals(List.of(), odd);
    }

    /** Comments and text blocks aside. */
    @Test
    public void code_is_indented_by_fours() throws IOException {
        List<String> odd = new ArrayList<>();
        for (Path file : everything()) {
            boolean[] block = {false};
            each(file, (number, line) -> {
                boolean inside = block[0];
                block[0] ^= line.split("\"\"\"", -1).length % 2 == 0;
                String code = line.stripLeading();
                if (!inside && !code.startsWith("*") && (line.length() - code.length()) % INDENT != 0) {
                    odd.add(file + ":" + number);
                }
            });
        }
        assertEquals(List.of(), odd);
    }

    @Test
    public void no_simple_name_stands_twice_in_one_bundle() throws IOException {
        Map<String, List<Path>> byName = sources("main").stream().filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(file -> file.toString().replaceFirst("/src/.*/", "/"), TreeMap::new, Collectors.toList()));
        assertEquals(List.of(), byName.values().stream().filter(files -> files.size() > 1).collect(Collectors.toList()));
    }

    private interface Line {
        void at(int number, String line);
    }

    private static void each(Path file, Line work) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            work.at(i + 1, lines.get(i));
        }
    }

    private static List<Path> everything() throws IOException {
        List<Path> files = sources("main");
        files.addAll(sources("test"));
        return files;
    }

    static List<Path> sources(String part) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Stream.concat(Files.list(ROOT), Files.list(ROOT.resolve("examples")))) {
            for (Path module : modules.filter(path -> Files.isDirectory(path.resolve("src"))).collect(Collectors.toList())) {
                Path folder = module.resolve("src/" + part + "/java");
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> all = Files.walk(folder)) {
                        all.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
                    }
                }
            }
        }
        return files;
    }
}
