package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * A meeting that is not over was cancelled, in whole or in part, or people were taken off it (SEMANTICS I1, follower subtype
 * Meetings). The record is the opportunity that it
 * belongs to, else {@code event:id}.
 *
 * @param meeting as it stands now
 * @param removed users who need not come any more, without who acted
 */
@EventType("calendar.MeetingCancelled")
public record MeetingCancelled(MeetingState meeting, List<PersonRef> removed) {

    public MeetingCancelled {
        removed = removed == null ? List.of() : List.copyOf(removed);
    }
}
