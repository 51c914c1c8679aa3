package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.IfMatch;
import java.util.Set;

/**
 * How a call came about, for the history (SEMANTICS P7): what a move says itself; neighbours tell a drag; without them a person at the
 * screen, who has a session, pressed a button; all others called the API.
 */
final class Causes {
    private static final Set<String> SAID = Set.of("drag", "button");

    private Causes() {
    }

    static Call of(Actor actor, Caller caller, IfMatch ifMatch) {
        boolean atScreen = caller != null && caller.identity() != null && "session".equals(caller.identity().via());
        return new Call(actor, atScreen ? "button" : "api", ifMatch == null ? null : ifMatch.version());
    }

    static Call of(Actor actor, Caller caller, IfMatch ifMatch, MoveRequest move) {
        Call call = of(actor, caller, ifMatch);
        if (move.cause() == null) {
            return move.hasNeighbours() ? new Call(actor, "drag", call.version()) : call;
        }
        if (!SAID.contains(move.cause())) {
            throw CrmException.invalid("cause", "unknown", "One of button, drag.");
        }
        return new Call(actor, move.cause(), call.version());
    }
}
