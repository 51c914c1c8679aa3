package com.pivotino.crm.api;

import java.util.Objects;

/**
 * Names a record of any bundle, written {@code opportunity:12}.
 *
 * @param type the record type, lower case letters, digits and hyphens
 * @param id   its id, positive
 */
public record RecordRef(String type, long id) implements Comparable<RecordRef> {

    public RecordRef {
        Objects.requireNonNull(type, "type");
        if (!type.matches("[a-z][a-z0-9-]{0,39}") || id < 1) {
            throw CrmException.invalid("record", "invalid", "A record is named type:id, such as opportunity:12.");
        }
    }

    /** The opportunity with this id. */
    public static RecordRef opportunity(long id) {
        return new RecordRef("opportunity", id);
    }

    /**
     * Reads {@code type:id}.
     *
     * @throws CrmException {@code validation_failed} on field {@code record} if the text is not of that form
     */
    public static RecordRef parse(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,18}")) {
            throw CrmException.invalid("record", "invalid", "A record is named type:id, such as opportunity:12.");
        }
        return new RecordRef(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(RecordRef other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : Long.compare(id, other.id);
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
