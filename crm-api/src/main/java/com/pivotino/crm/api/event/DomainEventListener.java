package com.pivotino.crm.api.event;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of events after the commit, from the durable log: at least once, in the log's order, in a lane of its own, each
 * outside of any transaction of ours. An OSGi service.
 *
 * <p>Several match: every listener gets every matching event. An exception: the event is tried again after 1 s, 10 s,
 * 1 min, 10 min, 1 h, then parked for this listener, in sight of the operator, and the lane goes on.
 */
@ExtensionPoint(required = DomainEventListener.ID)
@ConsumerType
public interface DomainEventListener {

    /** Service property, required, String: stable name; it names the durable cursor. */
    String ID = "crm.listener.id";

    /** Service property, String+, default all: event types or patterns. */
    String TYPES = "crm.event.types";

    /** Service property, {@code latest} (default) or {@code earliest}: where a new listener begins. */
    String START = "crm.listener.start";

    /**
     * Service property, Boolean, default false: receives settled events only. An event that may still be undone holds
     * this listener's lane until {@link DomainEvent#undoUntil()}; events of an act that was undone, and those of the
     * undoing, never arrive. The order stays. For mail, notifications and everything else that cannot be taken back;
     * what must be up to date at once (live views, search) does without it.
     */
    String SETTLED = "crm.listener.settled";

    /** Hears of one event; idempotent on {@link DomainEvent#id()}. */
    void on(DomainEvent event) throws Exception;
}
