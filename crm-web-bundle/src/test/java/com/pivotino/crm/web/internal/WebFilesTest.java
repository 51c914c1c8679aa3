package com.pivotino.crm.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Rules of the browser files that a reader would otherwise have to keep in mind. */
public class WebFilesTest {
    private static final Path ROOT = Path.of("src/main/resources/web");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import |import\\()'(\\.[^']+)'");

    @Test
    public void every_relative_import_names_a_file_that_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : files(".js")) {
            Matcher imports = IMPORT.matcher(Files.readString(file));
            while (imports.find()) {
                if (!Files.exists(file.resolveSibling(imports.group(1)).normalize())) {
                    missing.add(file + " imports " + imports.group(1));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /** The libraries are not among these files; that they can be joined is seen when the product starts. */
    @Test
    public void all_modules_can_be_joined_and_each_is_wanted_by_one() throws IOException {
        SortedMap<String, byte[]> sources = new TreeMap<>();
        for (Path file : files(".js")) {
            sources.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        sources.keySet().removeIf(path -> path.startsWith("workers/"));
        Set<String> mine = Set.copyOf(sources.keySet());
        sources.put("none.js", new byte[0]);
        Joiner joiner = new Joiner(sources, Map.of("lit", "none.js", "lit/directive.js", "none.js", "lit/directives/keyed.js", "none.js",
                "lit/directives/ref.js", "none.js", "lit/directives/repeat.js", "none.js"));
        String all = joiner.joined(List.of()).values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());

        assertEquals(List.of(), mine.stream().filter(path -> !all.contains("// " + path + "\n")).sorted().collect(Collectors.toList()));
    }

    /** So that 12 or 24 hours, the zone and the order of day and month are the reader's wherever a date stands. */
    @Test
    public void dates_and_times_are_formatted_in_one_place() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        for (Path file : files(".js")) {
            boolean formats = Pattern.compile("Intl\\.DateTimeFormat|\\.toLocale\\w*String|hour12|hourCycle")
                    .matcher(Files.readString(file)).find();
            boolean shows = !file.endsWith(Path.of("workers", "locale.js"));    // it formats for nobody's eyes
            if (formats && shows && !file.endsWith(Path.of("lib", "format.js"))) {
                elsewhere.add(file.toString());
            }
        }
        assertEquals(List.of(), elsewhere);
    }

    @Test
    public void every_piece_that_is_drawn_is_defined_by_what_its_file_imports() throws IOException {
        Map<String, Path> definedIn = new TreeMap<>();
        for (Path file : files(".js")) {
            Pattern.compile("customElements\\.define\\('([^']+)'").matcher(Files.readString(file)).results()
                    .forEach(m -> definedIn.put(m.group(1), file));
        }
        List<String> missing = new ArrayList<>();
        for (Path file : files(".js")) {
            Set<Path> reached = new HashSet<>();
            reach(file, reached);
            for (MatchResult tag : Pattern.compile("<(crm-[a-z-]+)").matcher(Files.readString(file)).results()
                    .collect(Collectors.toList())) {
                if (!reached.contains(definedIn.get(tag.group(1)))) {
                    missing.add(file + " draws " + tag.group(1));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static void reach(Path file, Set<Path> reached) throws IOException {
        if (reached.add(file)) {
            Matcher imports = IMPORT.matcher(Files.readString(file));
            while (imports.find()) {
                reach(file.resolveSibling(imports.group(1)).normalize(), reached);
            }
        }
    }

    @Test
    public void no_field_hides_a_property_that_redraws() throws IOException {
        List<String> hidden = new ArrayList<>();
        for (Path file : files(".js")) {
            String text = Files.readString(file);
            Matcher declared = Pattern.compile("static properties = \\{(.*?)\\};", Pattern.DOTALL).matcher(text);
            while (declared.find()) {
                Matcher names = Pattern.compile("(\\w+): \\{").matcher(declared.group(1));
                while (names.find()) {
                    if (Pattern.compile("^  " + names.group(1) + " = ", Pattern.MULTILINE).matcher(text).find()) {
                        hidden.add(file + ": " + names.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), hidden);
    }

    @Test
    public void files_stay_small_enough_to_read_at_once() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (Path file : files(".js")) {
            sizes.add(Files.readString(file).lines().count());
        }
        sizes.sort(null);
        assertTrue("median " + sizes.get(sizes.size() / 2), sizes.get(sizes.size() / 2) <= 60);
        assertTrue("largest " + sizes.get(sizes.size() - 1), sizes.get(sizes.size() - 1) <= 250);
    }

    /** The server closes them in {@code details}; what the browser does not know it would draw unfolded. */
    @Test
    public void earlier_text_of_a_mail_stays_folded() throws IOException {
        String known = Files.readString(Path.of("src/main/resources/web/lib/rich.js"));
        for (String element : List.of("'DETAILS'", "'SUMMARY'", "'BLOCKQUOTE'")) {
            assertTrue(element, known.contains(element));
        }
    }

    @Test
    public void lines_are_read_without_scrolling() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path file : Stream.concat(files(".js").stream(), files(".css").stream()).collect(Collectors.toList())) {
            long count = Files.readString(file).lines().filter(line -> line.length() > 120 && !line.contains("url('data:")).count();
            if (count > 0) {
                wide.add(file + ": " + count);
            }
        }
        assertEquals(List.of(), wide);
    }

    @Test
    public void nothing_goes_round_the_template_tag_or_the_policy() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(".js")) {
            String text = Files.readString(file);
            if (Pattern.compile("innerHTML|insertAdjacentHTML|unsafeHTML|\\bstyle=|styleMap|document\\.write|\\beval\\("
                    + "|https?://(?!www\\.w3\\.org)").matcher(text).find()) {
                found.add(file.toString());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    public void colours_are_named_once() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(".css")) {
            if (!file.endsWith("tokens.css") && Pattern.compile("(?<!%)#[0-9a-fA-F]{3,8}\\b(?![^{]*\\{)").matcher(Files.readString(file))
                    .find()) {
                found.add(file.toString());
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.filter(p -> p.toString().endsWith(ending)).sorted().collect(Collectors.toList());
        }
    }
}
