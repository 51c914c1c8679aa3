package com.pivotino.crm.calendar.internal.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an event says and how it is shown, apart from when it takes place: what single occurrences can override.
 *
 * @param description or null
 * @param location    or null
 * @param privacy     {@code public} or {@code private}
 * @param showAs      {@code busy} or {@code free}
 */
public record Texts(String title, String description, String location, String privacy, String showAs) {

    public static final String PRIVATE = "private";
    public static final String FREE = "free";
    public static final int MAX_TITLE = 255;
    public static final int MAX_LOCATION = 500;
    public static final int MAX_DESCRIPTION = 20_000;

    /** As the recurrence engine carries them. */
    public Map<String, Object> toDetails() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("title", title);
        details.put("description", description);
        details.put("location", location);
        details.put("privacy", privacy);
        details.put("showAs", showAs);
        return details;
    }

    public static Texts of(Map<String, Object> details) {
        return new Texts((String) details.get("title"), (String) details.get("description"), (String) details.get("location"),
                (String) details.get("privacy"), (String) details.get("showAs"));
    }

    public boolean isPrivate() {
        return PRIVATE.equals(privacy);
    }

    public boolean isFree() {
        return FREE.equals(showAs);
    }
}
