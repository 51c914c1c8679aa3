package com.pivotino.crm.chatter.internal.mail.template;

import com.pivotino.crm.chatter.internal.content.Html;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places: {@code {{name}}} is filled with plain text, {@code {{{name}}}} with HTML that is safe already. There is
 * no logic but this: a line of places that are all empty is left out.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{([a-zA-Z]+)}}}|\\{\\{([a-zA-Z]+)}}");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private final List<String> lines;
    private final boolean html;

    Template(String source, boolean html) {
        this.lines = List.of(source.split("\\R", -1));
        this.html = html;
    }

    String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (String line : lines) {
            Matcher place = PLACE.matcher(line);
            boolean places = false;
            boolean anything = false;
            StringBuilder out = new StringBuilder();
            while (place.find()) {
                places = true;
                boolean raw = place.group(1) != null;
                String value = printable(values.getOrDefault(raw ? place.group(1) : place.group(2), ""));
                anything |= !value.isBlank();
                place.appendReplacement(out, Matcher.quoteReplacement(raw || !html ? value : Html.escape(value)));
            }
            place.appendTail(out);
            if (!places || anything) {
                filled.append(out).append('\n');
            }
        }
        return html ? filled.toString() : EMPTY_LINES.matcher(filled).replaceAll("\n\n").strip() + "\n";
    }

    /** Databases and mail programs take no other control characters than those of lines. */
    private static String printable(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }
}
