package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.event.EventType;

/**
 * A user's inbox has changed; the record is {@code inbox:<user id>}.
 *
 * @param unread how many notices the user has not seen
 */
@EventType("chatter.NotificationsChanged")
public record NotificationsChanged(long userId, long unread) {
}
