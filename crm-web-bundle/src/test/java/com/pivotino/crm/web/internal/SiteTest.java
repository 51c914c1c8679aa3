package com.pivotino.crm.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class SiteTest {
    private static final String PAGE =
            "<script>ask()</script>{{styles}}<script type=\"importmap\">{{importmap}}</script>{{modules}}"
                    + "<script src=\"{{base}}/app.js\"></script>";

    @Test
    public void every_file_is_found_under_the_hash_of_the_site_and_nowhere_else() {
        Site site = new Site(files("export const a = 1;"), false);

        assertNotNull(site.asset(Site.ASSETS + site.version() + "/app.js"));
        assertNull(site.asset("/app.js"));
        assertNull(site.asset(Site.ASSETS + site.version() + "/../app.js"));
        assertNull(site.asset(Site.ASSETS + site.version() + "/index.html"));
    }

    @Test
    public void one_changed_byte_gives_every_file_a_new_address() {
        assertNotEquals(new Site(files("export const a = 1;"), false).version(), new Site(files("export const a = 2;"), false).version());
        assertEquals(new Site(files("same"), false).version(), new Site(files("same"), false).version());
    }

    @Test
    public void the_policy_allows_the_inline_scripts_as_they_stand_in_the_page_and_no_other() throws Exception {
        Site site = new Site(files("x"), false);
        String page = new String(site.page().bytes(), StandardCharsets.UTF_8);
        Matcher map = Pattern.compile("<script type=\"importmap\">(.*?)</script>").matcher(page);

        assertTrue(map.find());
        assertTrue(site.policy(), site.policy().contains("script-src 'self' " + hash("ask()") + " " + hash(map.group(1)) + ";"));
        assertFalse(site.policy().contains("unsafe"));
        assertTrue(site.policy().startsWith("default-src 'none'"));
    }

    @Test
    public void shared_styles_come_before_those_of_the_pieces() {
        String page = new String(new Site(files("x"), false).page().bytes(), StandardCharsets.UTF_8);

        assertTrue(page.indexOf("styles/tokens.css") < page.indexOf("components/crm-card/crm-card.css"));
        assertTrue(page.contains("components/crm-card/crm-card.css"));
        assertFalse("libraries beyond the entry are loaded by it", page.contains("vendor/lit/deep.js"));
    }

    @Test
    public void joined_it_names_one_sheet_and_one_module_and_serves_no_source() {
        SortedMap<String, byte[]> files = files("import 'lit';\nconst view = () => import('./view.js');\n");
        files.put("view.js", bytes("export const a = 1;\n"));
        Site site = new Site(files, true);
        String page = new String(site.page().bytes(), StandardCharsets.UTF_8);
        String base = Site.ASSETS + site.version() + "/";

        assertEquals(1, page.split("stylesheet", -1).length - 1);
        assertFalse(page.contains("modulepreload"));
        assertTrue(page.contains(base + "joined/site.css") && page.contains(base + "app.js"));
        assertTrue(new String(site.asset(base + "app.js").bytes(), StandardCharsets.UTF_8)
                .contains("(dressed(), import('./joined/view.js'))"));
        assertNotNull(site.asset(base + "joined/view.js"));
        assertNull(site.asset(base + "view.js"));
        assertNotNull("partners' modules still find the library", site.asset(base + "vendor/lit/deep.js"));
    }

    @Test
    public void a_worker_is_served_as_it_is_and_loaded_by_whoever_starts_it() {
        SortedMap<String, byte[]> files = files("export const a = 1;\n");
        files.put("workers/locale.js", bytes("close();"));
        for (boolean joined : new boolean[] {true, false}) {
            Site site = new Site(files, joined);
            assertNotNull(site.asset(Site.ASSETS + site.version() + "/workers/locale.js"));
            assertFalse(new String(site.page().bytes(), StandardCharsets.UTF_8).contains("workers/"));
        }
    }

    private static String hash(String script) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(script));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static SortedMap<String, byte[]> files(String script) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("index.html", bytes(PAGE));
        files.put("app.js", bytes(script));
        files.put("components/crm-card/crm-card.css", bytes("crm-card {}"));
        files.put("styles/tokens.css", bytes(":root {}"));
        files.put("vendor/lit/index.js", bytes("lit"));
        files.put("vendor/lit/deep.js", bytes("deep"));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
