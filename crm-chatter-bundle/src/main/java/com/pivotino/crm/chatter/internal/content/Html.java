package com.pivotino.crm.chatter.internal.content;

import java.util.List;
import java.util.stream.Collectors;

/** Builds the bodies of entries: every text is escaped, only these tags are ever made. */
public final class Html {

    private Html() {
    }

    /** A text as paragraphs: empty lines part them, single line ends become breaks; nothing for null or blank. */
    public static String paragraphs(String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            html.append("<p>").append(escape(paragraph.strip()).replaceAll("\\R", "<br>")).append("</p>");
        }
        return html.toString();
    }

    /** Points of a list. */
    public static String points(List<String> texts) {
        return texts.stream().map(text -> "<li>" + escape(text) + "</li>").collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /** A text as it stands between tags. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
