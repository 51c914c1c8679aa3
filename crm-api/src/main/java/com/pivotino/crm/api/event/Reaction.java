package com.pivotino.crm.api.event;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A bundle's reaction to another bundle's event, inside the acting transaction: for consequences that the user must see as one
 * with the act. An OSGi service.
 *
 * <p>Several match: all run, by {@code service.ranking}, higher first, then lower {@code service.id}. An exception ends
 * the act as a whole and is told to the user. When the bundle was away, the events that it missed are delivered on its
 * return, each in a transaction of its own: be idempotent on {@link DomainEvent#id()} and on the state that you find.
 * A partner's reaction runs only if the operator lists its id as trusted.
 */
@ExtensionPoint(required = {Reaction.ID, Reaction.TYPES}, exclusive = Reaction.ID)
@ConsumerType
public interface Reaction {

    /** Service property, required, String: stable name of this reaction. */
    String ID = "crm.reaction.id";

    /** Service property, required, String+: event types such as {@code pipeline.StageChanged}, {@code pipeline.*}. */
    String TYPES = "crm.event.types";

    /**
     * Service property, String, {@code earliest} or {@code latest} (default): whether events from before the first
     * registration ever are delivered too.
     */
    String START = "crm.reaction.start";

    /** Reacts. The transaction's actor is who acted; its cause is {@code automation}. */
    void react(DomainEvent event, Transaction transaction);
}
