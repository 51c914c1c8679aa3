package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.chatter.NamedPerson;

/**
 * What a delivery needs of the feed's entry that it tells of.
 *
 * @param kind   {@code message, note, activity, change}
 * @param html   the entry's safe HTML
 * @param author or null for the product itself
 * @param gone   deleted or undone since
 */
record DeliveredEntry(long id, String kind, String html, NamedPerson author, boolean gone) {

    static DeliveredEntry of(Object[] row) {
        NamedPerson author = row[4] == null ? null
                : new NamedPerson((String) row[3], ((Number) row[4]).longValue(), (String) row[5]);
        return new DeliveredEntry(((Number) row[0]).longValue(), (String) row[1], (String) row[2], author,
                row[6] != null || Boolean.TRUE.equals(row[7]));
    }
}
