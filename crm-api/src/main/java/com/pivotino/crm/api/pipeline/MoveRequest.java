package com.pivotino.crm.api.pipeline;

/**
 * Moves a card to a stage: drag and drop, and the status bar (SEMANTICS P6, P7).
 *
 * @param stageId        the target
 * @param beforeId       the card that will stand below, or null
 * @param afterId        the card that will stand above, or null
 * @param lostReasonId   required if the target is a lost stage (SEMANTICS P14)
 * @param note           closing note of a loss
 * @param proposedReason what the user would have chosen, on a loss
 * @param meetings       {@code keep} (default) or {@code cancel}, on a loss
 * @param openActivities {@code keep} (default), {@code done} or {@code cancel}, on winning (SEMANTICS P13)
 */
public record MoveRequest(Long stageId, Long beforeId, Long afterId, Long lostReasonId, String note,
        String proposedReason, String meetings, String openActivities) {

    /** To the top of a stage. */
    public static MoveRequest to(long stageId) {
        return new MoveRequest(stageId, null, null, null, null, null, null, null);
    }

    /** Whether a place among other cards is given. */
    public boolean hasNeighbours() {
        return beforeId != null || afterId != null;
    }
}
