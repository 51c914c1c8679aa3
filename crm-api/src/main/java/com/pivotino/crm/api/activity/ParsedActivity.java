package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.NamedRef;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A line of text as the parser understood it, for a preview; nothing is created.
 *
 * @param type       or null if no word names one
 * @param summary    what is left of the text without date, time and person; null if nothing is
 * @param dueDate    in the caller's zone, or null if no words name one
 * @param time       the wall time, or null
 * @param assignee   who was named with {@code @}, or null
 * @param confidence {@code high} if type and date were both understood, {@code medium} if one, else {@code low}
 * @param spans      which part of the text says what, by their place
 */
public record ParsedActivity(TypeRef type, String summary, LocalDate dueDate, LocalTime time, NamedRef assignee,
        String confidence, List<Span> spans) {

    public ParsedActivity {
        spans = List.copyOf(spans);
    }

    /**
     * A part of the text.
     *
     * @param kind  {@code type, date, time, assignee}
     * @param start index of its first UTF-16 unit
     * @param end   index after its last one
     */
    public record Span(String kind, int start, int end) {
    }
}
