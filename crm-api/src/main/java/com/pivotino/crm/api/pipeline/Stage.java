package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Versioned;

/**
 * A stage of the pipeline (SEMANTICS P2 to P5).
 *
 * @param kind        {@code new, first_activity, normal, won, lost}
 * @param sequence    stages stand in the order of sequence, then id
 * @param probability percent that entering gives a card, 0 to 100
 * @param teamId      the team that it belongs to, or null for all teams
 * @param folded      whether it is folded unless the user says otherwise
 * @param color       {@code #rrggbb} or null
 * @param active      false if archived
 */
public record Stage(long id, long version, String name, String kind, int sequence, int probability, Long teamId,
        boolean folded, String color, boolean active) implements Versioned {

    /** The stage as a reference. */
    public StageRef ref() {
        return new StageRef(id, name, kind);
    }
}
