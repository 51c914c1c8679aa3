package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.event.DomainEvent;
import java.util.Optional;

/** What the feed says about an event; empty for events that it does not speak of, and for what an undoing does. */
public final class Lines {

    private Lines() {
    }

    public static Optional<Line> of(DomainEvent event) {
        if (event.undoes() != null) {
            return Optional.empty();
        }
        return event.type().startsWith("activity.") ? ActivityLines.of(event) : PipelineLines.of(event);
    }
}
