package com.pivotino.crm.api.pipeline.spi;

/**
 * A move that a trigger proposes.
 *
 * @param stage        key or id of the stage that the card is to enter
 * @param lostReasonId the reason, required if that stage is a lost one (SEMANTICS P14)
 * @param note         closing note for a lost stage, or null
 */
public record StageProposal(String stage, Long lostReasonId, String note) {

    /** A move to an open or won stage. */
    public static StageProposal to(String stage) {
        return new StageProposal(stage, null, null);
    }
}
