package com.pivotino.crm.api.internal;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The end of the durable log, as it grows: for data that must reach users on every node, such as live updates. It keeps no
 * cursor; who needs every event whatever happens is a {@link DomainEventListener}. An OSGi service of the runtime.
 */
@ProviderType
public interface EventTail {

    /** The place of the newest event that has one. */
    long last();

    /**
     * Reads events after a place, in the log's order.
     *
     * @param position the place
     * @param limit    how many at most
     */
    List<DomainEvent> after(long position, int limit);

    /**
     * Follows the log from its end on.
     *
     * @param follower hears of new events in the log's order, those of other nodes too; with an empty list, at least
     *                 every two seconds, if there are none. Never by two threads at once. It must not wait for long.
     * @return ends the following
     */
    Following follow(Consumer<List<DomainEvent>> follower);

    /** Somebody follows the log until this is closed. */
    interface Following extends AutoCloseable {

        @Override
        void close();
    }
}
