package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * A meeting was planned, or people were added to one (SEMANTICS I1, follower subtype Meetings). The record is the opportunity that it
 * belongs to, else {@code event:id}.
 *
 * @param meeting as it stands now
 * @param added users who were invited by this act, without who acted
 */
@EventType("calendar.MeetingScheduled")
public record MeetingScheduled(MeetingState meeting, List<PersonRef> added) {

    public MeetingScheduled {
        added = added == null ? List.of() : List.copyOf(added);
    }
}
