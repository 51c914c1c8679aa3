package com.pivotino.crm.api.notification;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A user's own inbox. A record has at most one unread notice for a user: what happens next is told in its place. Whenever
 * the number of unread ones changes, {@code chatter.NotificationsChanged} says so, so that what is read here is read
 * everywhere.
 */
@ProviderType
public interface NotificationService {

    /** The actor's notices, newest first. Filter {@code unread}: {@code true} for those only. */
    Page<Notification> list(Actor actor, ListQuery query);

    /** Has seen it; twice is once. Somebody else's is {@code not_found}. */
    Notification read(Actor actor, long id);

    /** Has seen all that are there. */
    AllRead readAll(Actor actor);

    /** The number of notifications that the actor has not read. */
    long unread(Actor actor);

    /**
     * The result of marking all as read.
     *
     * @param read   how many were unread before
     * @param unread how many are now
     */
    record AllRead(long read, long unread) {
    }
}
