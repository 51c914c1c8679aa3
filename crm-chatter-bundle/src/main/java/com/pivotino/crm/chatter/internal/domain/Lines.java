package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.event.DomainEvent;
import java.util.Optional;

/** The feed's words. */
public final class Lines {

    private Lines() {
    }

    /** What the feed says about an event; empty for events that it does not speak of, and for what an undoing does. */
    public static Optional<Line> of(DomainEvent event) {
        if (event.undoes() != null) {
            return Optional.empty();
        }
        return event.type().startsWith("activity.") ? ActivityLines.of(event)
                : event.type().startsWith("calendar.") ? MeetingLines.of(event) : PipelineLines.of(event);
    }

    /** Type and summary of an activity; the summary alone if it says the type already. */
    public static String named(ActivityState activity) {
        String type = activity.type().name();
        return type.equals(activity.summary()) ? type : type + " “" + activity.summary() + "”";
    }
}
