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
 * @param key         the stable key of a stage that a {@code StageProvider} brings, or null for one that a manager made
 * @param available   false while the provider of the stage is away: cards may leave it and not enter it
 */
public record Stage(long id, long version, String name, String kind, int sequence, int probability, Long teamId,
        boolean folded, String color, boolean active, String key, boolean available) implements Versioned {

    /** A stage that a manager made. */
    public Stage(long id, long version, String name, String kind, int sequence, int probability, Long teamId,
            boolean folded, String color, boolean active) {
        this(id, version, name, kind, sequence, probability, teamId, folded, color, active, null, true);
    }

    /** The same stage while its provider is away. */
    public Stage unavailable() {
        return new Stage(id, version, name, kind, sequence, probability, teamId, folded, color, active, key, false);
    }

    /** The same stage, no longer in use. */
    public Stage archived() {
        return new Stage(id, version, name, kind, sequence, probability, teamId, folded, color, false, key, available);
    }

    /** Whether cards may enter it now. */
    public boolean enterable() {
        return active && available;
    }

    /** The stage as a reference. */
    public StageRef ref() {
        return new StageRef(id, name, kind);
    }
}
