package com.pivotino.crm.web.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All files of the browser UI and the one page that loads them: joined by {@link Joiner}, or each as it is for debugging.
 *
 * <p>Every file is served under {@code /ui/<hash of the whole site>/}: it may be cached for ever, and a page never mixes the modules
 * of two versions, also when the bundle is replaced under an open tab. The page itself names that hash, lists what it needs first, and
 * carries the import map, by which partners' modules find lit, and the script that asks for the first data; the hashes of these two go
 * into the Content-Security-Policy.
 */
final class Site {
    static final String ASSETS = "/ui/";
    /** Scripts of their own threads: no modules, never joined. */
    private static final String WORKERS = "workers/";
    /** What the import map says of a specifier that is no path, below {@code vendor/}. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "lit", "lit/index.js",
            "lit/", "lit/",
            "lit-html", "lit-html/lit-html.js",
            "lit-html/", "lit-html/",
            "lit-element/", "lit-element/",
            "@lit/reactive-element", "lit__reactive-element/reactive-element.js",
            "@lit/reactive-element/", "lit__reactive-element/");

    private static final Pattern INLINE = Pattern.compile("<script(?: type=\"importmap\")?>(.*?)</script>", Pattern.DOTALL);

    private final Map<String, Asset> assets;
    private final Asset page;
    private final String version;
    private final String policy;

    /**
     * @param sources path below {@code web/} to content; must hold {@code index.html} and {@code app.js}
     * @param joined  whether modules and style sheets are joined; else each is served as it is
     */
    Site(SortedMap<String, byte[]> sources, boolean joined) {
        SortedMap<String, byte[]> files = joined ? joined(sources) : sources;
        version = versionOf(files);
        String base = ASSETS + version;
        Map<String, Asset> held = new LinkedHashMap<>();
        files.forEach((path, bytes) -> held.put(base + "/" + path, new Asset(path, bytes)));
        held.remove(base + "/index.html");
        assets = Map.copyOf(held);
        String text = text(files.get("index.html"))
                .replace("{{base}}", base)
                .replace("{{styles}}", links(joined ? List.of(Joiner.SHEET) : sheets(files.keySet()), base,
                        "<link rel=\"stylesheet\" href=\"%s\">"))
                .replace("{{modules}}", joined ? "" : links(modules(files.keySet()), base, "<link rel=\"modulepreload\" href=\"%s\">"))
                .replace("{{importmap}}", importMap(base));
        policy = policy(text);
        page = new Asset("index.html", text.getBytes(StandardCharsets.UTF_8));
    }

    Asset asset(String path) {
        return assets.get(path);
    }

    Asset page() {
        return page;
    }

    String version() {
        return version;
    }

    String policy() {
        return policy;
    }

    /** What is joined takes the place of what it was made of; libraries stay for partners' modules. */
    private static SortedMap<String, byte[]> joined(SortedMap<String, byte[]> sources) {
        Map<String, String> libraries = new TreeMap<>();
        LIBRARIES.forEach((name, path) -> libraries.put(name, "vendor/" + path));
        SortedMap<String, byte[]> files = new TreeMap<>(sources);
        files.keySet().removeIf(path -> !path.startsWith("vendor/") && !path.startsWith(WORKERS)
                && (path.endsWith(".js") || path.endsWith(".css")));
        files.putAll(new Joiner(sources, libraries).joined(sheets(sources.keySet())));
        return files;
    }

    private static String importMap(String base) {
        return new TreeMap<>(LIBRARIES).entrySet().stream()
                .map(e -> '"' + e.getKey() + "\":\"" + base + "/vendor/" + e.getValue() + '"')
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private static String policy(String page) {
        String inline = INLINE.matcher(page).results()
                .map(script -> sha256(List.of(script.group(1).getBytes(StandardCharsets.UTF_8))))
                .map(hash -> " 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'").collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'" + inline + "; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** The shared sheets first, for the cascade; then what each component brings. */
    private static List<String> sheets(Collection<String> paths) {
        return sorted(paths, "styles/", path -> path.endsWith(".css"));
    }

    private static List<String> modules(Collection<String> paths) {
        String lit = "vendor/lit/index.js";
        return sorted(paths, lit, path -> path.endsWith(".js") && !path.startsWith(WORKERS)
                && (!path.startsWith("vendor/") || path.equals(lit)));
    }

    private static List<String> sorted(Collection<String> paths, String first, Predicate<String> wanted) {
        return paths.stream().filter(wanted)
                .sorted(Comparator.comparing((String p) -> !p.startsWith(first)).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toList());
    }

    private static String links(List<String> paths, String base, String format) {
        return paths.stream().map(p -> String.format(format, base + "/" + p)).collect(Collectors.joining("\n"));
    }

    private static String versionOf(SortedMap<String, byte[]> files) {
        return HexFormat.of().formatHex(sha256(files.values()), 0, 8);
    }

    private static byte[] sha256(Collection<byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
