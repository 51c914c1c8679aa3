package com.pivotino.crm.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.Test;

public class JoinerTest {
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Test
    public void each_module_stands_after_what_it_imports_and_once() {
        put("app.js", "import './a.js';\nimport { b } from './lib/b.js';\nb();\n");
        put("a.js", "import { b as other } from './lib/b.js';\nexport class A {\n}\nother(A);\n");
        put("lib/b.js", "export const b = () => 1;\n");

        assertEquals("// lib/b.js\nconst m0 = (() => {\nconst b = () => 1;\n\nreturn { b };\n})();\n"
                + "// a.js\nconst m1 = (() => {\nconst { b: other } = m0;\nclass A {\n}\nother(A);\n\nreturn { A };\n})();\n"
                + "// app.js\nconst m2 = (() => {\nconst { b } = m0;\nb();\n\nreturn {  };\n})();\n"
                + "export { m0, m1, m2 };\n", joined("app.js"));
    }

    @Test
    public void the_forms_of_a_minified_library_are_understood() {
        put("app.js", "import { html, Part, css } from 'lit';\n");
        put("vendor/lit/index.js", "import{x as t}from\"lit/part.js\";export*from\"lit/part.js\";export{css as css,x}from\"./css.js\";"
                + "const e=t;export{e as html};\n//# sourceMappingURL=index.js.map\n");
        put("vendor/lit/part.js", "var t,x=1;export{x,t as Part};");
        put("vendor/lit/css.js", "const css=2,x=3;export{css,x};");

        String joined = joined("app.js");
        assertTrue(joined, joined.contains("const { x: t } = m0;\nconst { css: passed$0, x: passed$1 } = m1;\nconst e=t;"));
        assertTrue(joined, joined.contains("return { ...m0, css: passed$0, x: passed$1, html: e };"));
        assertTrue(joined, joined.contains("return { x, Part: t };"));
        assertFalse(joined, joined.contains("sourceMappingURL"));
    }

    @Test
    public void a_view_loaded_on_demand_is_a_file_of_its_own_and_takes_what_the_first_one_has() {
        put("app.js", "import './lib/b.js';\nconst open = () => import('./views/one.js');\nconst more = () => import('./views/two.js');\n");
        put("lib/b.js", "export const b = 1;\n");
        put("lib/both.js", "export const both = 2;\n");
        put("views/one.js", "import { b } from '../lib/b.js';\nimport { both } from '../lib/both.js';\nconst next = () =>"
                + " import('./two.js');\n");
        put("views/two.js", "import { both } from '../lib/both.js';\n");

        assertEquals(Set.of("app.js", "joined/one.js", "joined/two.js", Joiner.SHARED, Joiner.SHEET, Joiner.LATER_SHEET),
                joiner().joined(List.of()).keySet());
        assertTrue(joined("app.js").contains("import('./joined/one.js')"));
        assertTrue(joined("joined/one.js"),
                joined("joined/one.js").startsWith("import { m0, dressed } from '../app.js';\nimport { m2 } from './shared.js';\n"));
        assertTrue(joined("joined/one.js").contains("import('./two.js')"));
        assertTrue(joined(Joiner.SHARED).contains("// lib/both.js"));
    }

    @Test
    public void a_circle_of_imports_is_refused_and_named() {
        put("app.js", "import './a.js';\n");
        put("a.js", "import { b } from './b.js';\nexport const a = 1;\n");
        put("b.js", "import { a } from './a.js';\nexport const b = 2;\n");

        assertTrue(refusal().contains("a.js > b.js"));
    }

    @Test
    public void what_would_be_bound_anew_or_is_no_known_form_is_refused() {
        for (String form : List.of("export let a = 1;", "export default 1;", "import * as all from './b.js';",
                "export const { a } = {};")) {
            put("app.js", form + "\n");
            put("b.js", "");
            assertTrue(form, refusal().startsWith("app.js cannot be joined: "));
        }
    }

    @Test
    public void remarks_fall_away_and_licences_stay() {
        put("app.js", "/** Says something. */\nconst a = '/** no remark */';\n  /**\n   * More.\n   */\nfunction b() {}\n/**\n *"
                + " @license\n * BSD\n */\n");

        String joined = joined("app.js");
        assertFalse(joined, joined.contains("Says") || joined.contains("More."));
        assertTrue(joined, joined.contains("'/** no remark */'") && joined.contains("@license"));
    }

    @Test
    public void sheets_are_joined_in_the_order_given() {
        put("app.js", "import './components/a/a.js';\n");
        put("components/a/a.js", "");
        put("styles/b.css", ".b {}");
        put("components/a/a.css", ".a {}");

        assertEquals(".b {}\n.a {}", text(joiner().joined(List.of("styles/b.css", "components/a/a.css")).get(Joiner.SHEET)));
    }

    @Test
    public void sheets_of_what_comes_on_demand_come_with_it_and_it_waits_for_them() {
        put("app.js", "const open = () => import('./components/a/a.js');\n");
        put("components/a/a.js", "");
        put("components/a/a.css", ".a {}");
        put("styles/b.css", ".b {}");

        Map<String, byte[]> joined = joiner().joined(List.of("styles/b.css", "components/a/a.css"));
        assertEquals(".b {}", text(joined.get(Joiner.SHEET)));
        assertEquals(".a {}", text(joined.get(Joiner.LATER_SHEET)));
        assertTrue(text(joined.get("app.js")), text(joined.get("app.js")).contains("(dressed(), import('./joined/a.js'))"));
        assertTrue(text(joined.get("joined/a.js")).startsWith("import { dressed } from '../app.js';\nawait dressed();\n"));
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, this::joiner).getMessage();
    }

    private Joiner joiner() {
        return new Joiner(files, Map.of("lit", "vendor/lit/index.js", "lit/", "vendor/lit/"));
    }

    private String joined(String file) {
        return text(joiner().joined(List.of()).get(file));
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
