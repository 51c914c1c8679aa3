package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.NamedRef;
import java.time.Instant;

/**
 * A calendar that other programs subscribe to (SEMANTICS I3).
 *
 * @param kind {@code private} (all that the owner sees of the own calendar), {@code busy} (times only) or {@code team}
 * @param team for {@code team}, else null
 * @param url  where to subscribe, relative to the product's own address; only in the answer that makes it, else null
 */
public record CalendarFeed(long id, String kind, NamedRef team, Instant createdAt, String url) {
}
