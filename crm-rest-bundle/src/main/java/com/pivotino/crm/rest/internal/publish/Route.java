package com.pivotino.crm.rest.internal.publish;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One method on one path template, such as {@code GET /opportunities/{id}}.
 *
 * @param method   the HTTP method
 * @param template the whole template, without a slash at its end
 */
public record Route(String method, String template) implements Comparable<Route> {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w[\\w.-]*)\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+?))?\\s*}");

    public Route {
        template = ("/" + template).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    /** How the contract writes it: parameters without their patterns. */
    public String plainTemplate() {
        return PARAMETER.matcher(template).replaceAll("{$1}");
    }

    Pattern pattern() {
        StringBuilder regex = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(template);
        int end = 0;
        while (parameter.find()) {
            regex.append(Pattern.quote(template.substring(end, parameter.start())));
            regex.append("(?:").append(parameter.group(2) == null ? "[^/]+" : parameter.group(2)).append(')');
            end = parameter.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(template.substring(end))).toString());
    }

    /** What stands before the first parameter. */
    String begin() {
        int parameter = template.indexOf('{');
        return parameter < 0 ? template : template.substring(0, parameter);
    }

    /** Characters that stand in the template as they are: the more, the more exact. */
    int literals() {
        return PARAMETER.matcher(template).replaceAll("").length();
    }

    @Override
    public int compareTo(Route other) {
        int byTemplate = template.compareTo(other.template);
        return byTemplate != 0 ? byTemplate : method.compareTo(other.method);
    }

    @Override
    public String toString() {
        return method + " " + plainTemplate();
    }
}
