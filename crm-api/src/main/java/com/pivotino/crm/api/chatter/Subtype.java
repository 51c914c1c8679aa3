package com.pivotino.crm.api.chatter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of event that a follower can subscribe to (SEMANTICS W2). */
public enum Subtype {
    DISCUSSIONS("Discussions", false, true, true),
    STAGE_CHANGED("Stage changed", false, true, false),
    WON("Won", false, true, false),
    LOST("Lost", false, true, false),
    RESTORED("Restored", false, true, false),
    FIELD_CHANGES("Field changes", false, true, false),
    MEETINGS("Meetings", false, true, true),
    ACTIVITIES("Activities", true, false, false),
    NOTES("Notes", true, false, false);

    private final String title;
    private final boolean internal;
    private final boolean defaultInternal;
    private final boolean defaultExternal;

    Subtype(String title, boolean internal, boolean defaultInternal, boolean defaultExternal) {
        this.title = title;
        this.internal = internal;
        this.defaultInternal = defaultInternal;
        this.defaultExternal = defaultExternal;
    }

    /** Lower case, as in the contract. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Only for internal users (SEMANTICS W3). */
    public boolean internal() {
        return internal;
    }

    /** Whether a new follower hears of it without choosing. */
    public boolean byDefault(boolean internalPerson) {
        return internalPerson ? defaultInternal : defaultExternal;
    }

    /** The subtype with this key. */
    public static Optional<Subtype> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }

    /** As the contract lists it. */
    public Description describe() {
        return new Description(key(), title, internal, defaultInternal, defaultExternal);
    }

    /** A subtype in {@code GET /subtypes}. */
    public record Description(String key, String name, boolean internal, boolean defaultInternal,
            boolean defaultExternal) {
    }
}
