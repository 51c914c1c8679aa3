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
 * @param cause          {@code drag} or {@code button}, for the history; null to conclude it from the other members
 */
public record MoveRequest(Long stageId, Long beforeId, Long afterId, Long lostReasonId, String note,
        String proposedReason, String meetings, String openActivities, String cause) {

    /** To the top of a stage. */
    public static MoveRequest to(long stageId) {
        return new MoveRequest(stageId, null, null, null, null, null, null, null, null);
    }

    /** The request of an empty body; it is refused. */
    public static MoveRequest nowhere() {
        return new MoveRequest(null, null, null, null, null, null, null, null, null);
    }

    /** Whether a place among other cards is given. */
    public boolean hasNeighbours() {
        return beforeId != null || afterId != null;
    }
}
