package com.pivotino.crm.api;

import java.util.Locale;
import java.util.Objects;

/**
 * Names a person, written {@code user:7} or {@code contact:9}.
 *
 * @param kind an internal user or a contact
 * @param id   the id within that kind, positive
 */
public record PersonRef(Kind kind, long id) {

    /** The kind of the person: a user or a contact. */
    public enum Kind { USER, CONTACT }

    public PersonRef {
        Objects.requireNonNull(kind, "kind");
    }

    /** The user with this id. */
    public static PersonRef user(long id) {
        return new PersonRef(Kind.USER, id);
    }

    /** The contact with this id. */
    public static PersonRef contact(long id) {
        return new PersonRef(Kind.CONTACT, id);
    }

    /**
     * Reads {@code user:7} or {@code contact:9}.
     *
     * @throws CrmException {@code validation_failed} on field {@code person} if the text is not of that form
     */
    public static PersonRef parse(String text) {
        if (text == null || !text.matches("(user|contact):[1-9]\\d{0,17}")) {
            throw CrmException.invalid("person", "invalid", "A person is named user:id or contact:id.");
        }
        int colon = text.indexOf(':');
        return new PersonRef(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                Long.parseLong(text.substring(colon + 1)));
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
