package com.pivotino.crm.api.pipeline.spi;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;

/**
 * A move that somebody wants to make.
 *
 * @param opportunity  the card as it stands
 * @param target       the stage it is to enter
 * @param actor        who moves it, or null for the system
 * @param cause        {@code drag, button, api, undo}
 * @param lostReasonId the reason, if the target is a lost stage
 * @param note         closing note, or null
 */
public record StageMove(Opportunity opportunity, Stage target, PersonRef actor, String cause, Long lostReasonId,
        String note) {
}
