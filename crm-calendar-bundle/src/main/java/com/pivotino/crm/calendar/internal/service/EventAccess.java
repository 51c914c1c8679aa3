package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.calendar.internal.domain.Texts;
import java.time.LocalDateTime;

/** Who sees what an event says, and who may change it. */
final class EventAccess {

    private EventAccess() {
    }

    /** Whether the actor sees more than Busy (SEMANTICS I5); administrators are no exception. */
    static boolean sees(Actor actor, Meeting meeting, LocalDateTime id, Texts texts) {
        return !texts.isPrivate() || meeting.includes(actor.userId(), id);
    }

    /** Who leads or made it; administrators, unless it is private; the system. */
    static boolean mayEdit(Actor actor, Meeting meeting) {
        return actor.user() == null || meeting.event().isLedBy(actor.userId())
                || actor.isAdmin() && sees(actor, meeting, null, meeting.texts());
    }

    static void requireEditable(Actor actor, Meeting meeting) {
        if (!mayEdit(actor, meeting)) {
            throw CrmException.forbidden("This event belongs to somebody else; only they may change it.");
        }
    }
}
