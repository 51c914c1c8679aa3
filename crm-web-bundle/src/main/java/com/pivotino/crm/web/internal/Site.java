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
import java.util.stream.Collectors;

/**
 * All files of the browser UI and the one page that loads them.
 *
 * <p>Every file is served under {@code /ui/<hash of the whole site>/}: it may be cached for ever, and a page never mixes the modules
 * of two versions, also when the bundle is replaced under an open tab. The page itself names that hash, lists the style sheets and
 * modules found in the bundle, and carries the import map, whose own hash goes into the Content-Security-Policy.
 */
final class Site {
    static final String ASSETS = "/ui/";

    private final Map<String, Asset> assets;
    private final Asset page;
    private final String version;
    private final String policy;

    /** @param files path below {@code web/} to content; must hold {@code index.html} */
    Site(SortedMap<String, byte[]> files) {
        version = versionOf(files);
        String base = ASSETS + version;
        String importMap = importMap(base);
        policy = policy(importMap);
        Map<String, Asset> held = new LinkedHashMap<>();
        files.forEach((path, bytes) -> held.put(base + "/" + path, new Asset(path, bytes)));
        held.remove(base + "/index.html");
        assets = Map.copyOf(held);
        page = new Asset("index.html", text(files.get("index.html"))
                .replace("{{base}}", base)
                .replace("{{styles}}", links(files.keySet(), base, "styles/", ".css", "<link rel=\"stylesheet\" href=\"%s\">"))
                .replace("{{modules}}", links(files.keySet(), base, "vendor/lit/index.js", ".js", "<link rel=\"modulepreload\" href=\"%s\">"))
                .replace("{{importmap}}", importMap)
                .getBytes(StandardCharsets.UTF_8));
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

    private static String importMap(String base) {
        Map<String, String> names = new TreeMap<>();
        names.put("lit", "lit/index.js");
        names.put("lit/", "lit/");
        names.put("lit-html", "lit-html/lit-html.js");
        names.put("lit-html/", "lit-html/");
        names.put("lit-element/", "lit-element/");
        names.put("@lit/reactive-element", "lit__reactive-element/reactive-element.js");
        names.put("@lit/reactive-element/", "lit__reactive-element/");
        return names.entrySet().stream()
                .map(e -> '"' + e.getKey() + "\":\"" + base + "/vendor/" + e.getValue() + '"')
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private static String policy(String importMap) {
        String hash = Base64.getEncoder().encodeToString(sha256(List.of(importMap.getBytes(StandardCharsets.UTF_8))));
        return "default-src 'none'; script-src 'self' 'sha256-" + hash + "'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** The shared sheets or library first, for the cascade and for speed; then what each component brings. */
    private static String links(Collection<String> paths, String base, String first, String ending, String format) {
        return paths.stream()
                .filter(p -> p.endsWith(ending) && (!p.startsWith("vendor/") || p.equals(first)))
                .sorted(Comparator.comparing((String p) -> !p.startsWith(first)).thenComparing(Comparator.naturalOrder()))
                .map(p -> String.format(format, base + "/" + p))
                .collect(Collectors.joining("\n"));
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
