package com.pivotino.crm.api.event;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import org.osgi.annotation.versioning.ProviderType;

/** Takes acts back (SEMANTICS P19). */
@ProviderType
public interface UndoService {

    /**
     * Takes an act and all its effects back, in one transaction. A second call of the same person answers the same and
     * has no effect.
     *
     * @param token of the act's answer
     * @throws com.pivotino.crm.api.CrmException {@code not_found} 404 for a token that never was; {@code forbidden} 403
     *         for an act of somebody else, unless the actor is an administrator; {@code conflict} 409 after the window;
     *         {@code version_conflict} 412 if what would be restored was changed by another act since, then nothing is
     *         undone
     */
    Answer<UndoneAct> undo(Actor actor, String token);
}
