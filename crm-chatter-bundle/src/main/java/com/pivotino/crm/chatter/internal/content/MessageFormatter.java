package com.pivotino.crm.chatter.internal.content;

import com.pivotino.crm.api.CrmException;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns what people write into safe HTML (SEMANTICS C3). Whatever comes out holds only these elements and attributes, links
 * lead to the web, to mail and to phones, and no picture is loaded from elsewhere.
 */
public final class MessageFormatter {

    /** Characters that may be written at once. */
    public static final int SOURCE_CHARS = 50_000;

    private static final int BODY_CHARS = 100_000;
    private static final int NESTED_BLOCKS = 30;
    private static final int NESTED_MARKS = 400;

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "div", "b", "strong", "i", "em", "u", "s", "del", "code", "pre", "blockquote", "ul",
                    "ol", "li", "h1", "h2", "h3", "h4", "hr", "a", "table", "thead", "tbody", "tr", "th", "td")
            .allowAttributes("href").onElements("a")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private final Parser parser = Parser.builder().maxOpenBlockParsers(NESTED_BLOCKS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().escapeHtml(true)
            .softbreak("<br>").build();

    /**
     * Formats a text.
     *
     * @param format {@code markdown}, {@code html} or null for Markdown
     * @return safe HTML; empty if there is nothing to see
     * @throws CrmException {@code validation_failed} on {@code format} or {@code body}
     */
    public String html(String text, String format) {
        if (format != null && !format.equals("markdown") && !format.equals("html")) {
            throw CrmException.invalid("format", "invalid", "This is markdown or html.");
        }
        if (text == null || text.isBlank()) {
            return "";
        }
        if (text.length() > SOURCE_CHARS) {
            throw tooLong(SOURCE_CHARS);
        }
        String plain = CONTROLS.matcher(text).replaceAll("");
        String safe = "html".equals(format) ? clean(plain) : markdown(plain);
        if (safe.length() > BODY_CHARS) {
            throw tooLong(SOURCE_CHARS);
        }
        return SafeHtml.text(safe).isBlank() ? "" : safe;
    }

    /** HTML from anywhere, with everything taken out that is not allowed. */
    public String clean(String html) {
        return SafeHtml.normalise(POLICY.sanitize(html));
    }

    private String markdown(String text) {
        // The parser nests marks as deep as they are written; nobody means hundreds of them.
        if (text.codePoints().filter(c -> "*_[!`".indexOf(c) >= 0).count() > NESTED_MARKS * 10L) {
            return clean("<pre>" + Html.escape(text) + "</pre>");
        }
        return clean(renderer.render(parser.parse(text)));
    }

    private static CrmException tooLong(int chars) {
        return CrmException.invalid("body", "too_long", "At most " + chars + " characters.");
    }
}
