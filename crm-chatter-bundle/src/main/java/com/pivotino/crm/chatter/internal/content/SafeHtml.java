package com.pivotino.crm.chatter.internal.content;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the sanitizer's output, which is well formed: tags, and text between them. */
public final class SafeHtml {

    private static final Set<String> LITERAL = Set.of("code", "pre", "blockquote", "a");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));");
    private static final Pattern BREAK = Pattern.compile("<(?:br|hr)[^>]*>|</(?:p|div|li|h[1-4]|tr|pre|blockquote)>");
    private static final Pattern ANY_TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]+");
    private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n[ \\n]*");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
            "nbsp", "\u00a0");

    private SafeHtml() {
    }

    /** Every text escaped in the same way. */
    static String normalise(String html) {
        return map(html, Html::escape, Html::escape);
    }

    /**
     * Rewrites the texts.
     *
     * @param spoken  makes HTML of a text that its author wrote
     * @param literal the same for text in code, quotes and links
     */
    static String map(String html, UnaryOperator<String> spoken, UnaryOperator<String> literal) {
        StringBuilder out = new StringBuilder();
        Matcher tag = TAG.matcher(html);
        int from = 0;
        int depth = 0;
        while (tag.find()) {
            out.append((depth > 0 ? literal : spoken).apply(decode(html.substring(from, tag.start()))));
            out.append(tag.group());
            from = tag.end();
            if (LITERAL.contains(tag.group(2))) {
                depth += tag.group(1).isEmpty() ? 1 : -1;
            }
        }
        return out.append((depth > 0 ? literal : spoken).apply(decode(html.substring(from)))).toString();
    }

    /** What a reader sees, on one line for each block. */
    public static String text(String html) {
        String broken = ANY_TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll("");
        return LINE_ENDS.matcher(SPACES.matcher(decode(broken)).replaceAll(" ")).replaceAll("\n").strip();
    }

    private static String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(java.util.regex.MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : "";
    }
}
