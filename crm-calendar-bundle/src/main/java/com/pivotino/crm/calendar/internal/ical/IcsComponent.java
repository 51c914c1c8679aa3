package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.CrmException.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A component with its lines and the components inside (RFC 5545 3.6). */
final class IcsComponent {

    /** Characters of a file; a busy calendar of ten years has about a tenth. */
    static final int MAX_LENGTH = 10_000_000;
    private static final int MAX_DEPTH = 5;
    private static final int MAX_COMPONENTS = 20_000;

    private final String name;
    private final List<IcsLine> lines = new ArrayList<>();
    private final List<IcsComponent> children = new ArrayList<>();

    private IcsComponent(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws CrmException {@code too_large}, or {@code validation_failed} on {@code body} if it is no calendar
     */
    static IcsComponent read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw tooLarge();
        }
        IcsComponent root = new IcsComponent("");
        Deque<IcsComponent> open = new ArrayDeque<>(List.of(root));
        int components = 0;
        for (String unfolded : IcsLine.unfold(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            IcsLine line = IcsLine.read(unfolded);
            if (line == null) {
                continue;
            }
            if (line.name().equals("BEGIN")) {
                if (++components > MAX_COMPONENTS || open.size() > MAX_DEPTH) {
                    throw tooLarge();
                }
                IcsComponent child = new IcsComponent(line.value().strip().toUpperCase(Locale.ROOT));
                open.element().children.add(child);
                open.push(child);
            } else if (line.name().equals("END")) {
                if (open.size() > 1) {
                    open.pop();
                }
            } else {
                open.element().lines.add(line);
            }
        }
        if (root.children("VCALENDAR").findAny().isEmpty()) {
            throw CrmException.invalid("body", "invalid", "This is no iCalendar file.");
        }
        return root;
    }

    private static CrmException tooLarge() {
        return new CrmException(Kind.TOO_LARGE, "too_large", "The calendar is too large.");
    }

    Stream<IcsComponent> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    Stream<IcsLine> lines(String wanted) {
        return lines.stream().filter(line -> line.name().equals(wanted));
    }

    Optional<IcsLine> line(String wanted) {
        return lines(wanted).findFirst();
    }

    Optional<String> text(String wanted) {
        return line(wanted).map(IcsLine::text).map(String::strip).filter(text -> !text.isEmpty());
    }
}
