package com.pivotino.crm.chatter.internal.mail.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain text of safe HTML, for the text part of a mail and for previews. */
public final class PlainText {

    private static final Pattern PIECE = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<[^<>]*>|&([#A-Za-z0-9]{1,10});");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
            "nbsp", " ");

    private final StringBuilder text = new StringBuilder();
    private String link;
    private int linkStart;

    private PlainText() {
    }

    /** Paragraphs and lines stay apart, links are named behind their text. */
    public static String of(String html) {
        PlainText plain = new PlainText();
        Matcher piece = PIECE.matcher(html);
        int end = 0;
        while (piece.find()) {
            plain.words(html.substring(end, piece.start()));
            end = piece.end();
            if (piece.group(4) != null) {
                plain.text.append(entity(piece.group(4)));
            } else if (piece.group(2) != null) {
                plain.tag(piece.group(2).toLowerCase(java.util.Locale.ROOT), !piece.group(1).isEmpty(), piece.group(3));
            }
        }
        plain.words(html.substring(end));
        return plain.text.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    private void words(String words) {
        text.append(words.replaceAll("\\s+", " "));
    }

    private void tag(String name, boolean closing, String attributes) {
        switch (name) {
            case "br" -> text.append('\n');
            case "p", "div", "blockquote", "pre", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6" -> paragraph();
            case "tr" -> line();
            case "li" -> item(closing);
            case "a" -> anchor(closing, attributes);
            default -> {
                // Other tags only look.
            }
        }
    }

    private void item(boolean closing) {
        line();
        if (!closing) {
            text.append("- ");
        }
    }

    private void anchor(boolean closing, String attributes) {
        if (closing && link != null && !text.substring(linkStart).strip().equals(link)) {
            text.append(" (").append(link).append(')');
        }
        link = null;
        Matcher href = HREF.matcher(attributes);
        if (!closing && href.find()) {
            link = href.group(1).replace("&amp;", "&");
            linkStart = text.length();
        }
    }

    private void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void paragraph() {
        line();
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, "&" + name + ";");
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        if (!digits.matches(hex ? "[0-9A-Fa-f]{1,6}" : "[0-9]{1,7}")) {
            return "&" + name + ";";
        }
        int point = Integer.parseInt(digits, hex ? 16 : 10);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
