package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.PersonRef;
import java.util.Locale;

/**
 * Names who takes part in an event, whether known here or by address only; one text, so that one index finds them all.
 *
 * @param key {@code user:7}, {@code contact:9} or {@code mail:ann@example.com}
 */
public record Address(String key) {

    private static final String MAIL = "mail:";

    public static Address of(PersonRef person) {
        return new Address(person.toString());
    }

    /** Of somebody known by address only; case does not matter. */
    public static Address of(String email) {
        return new Address(MAIL + email.toLowerCase(Locale.ROOT));
    }

    public static Address user(long id) {
        return of(PersonRef.user(id));
    }

    /** Null for who is known by address only. */
    public PersonRef person() {
        return key.startsWith(MAIL) ? null : PersonRef.parse(key);
    }

    /** The user's id, or null for others. */
    public Long userId() {
        return key.startsWith("user:") ? (Long) person().id() : null;
    }
}
