package com.pivotino.crm.api.pipeline;

import java.util.List;
import java.util.Objects;

/**
 * One thing done to many opportunities.
 *
 * @param ids     1 to {@link #MOST}, each once
 * @param partial whether the others are done if some are refused
 * @param action  what is done with each
 */
public record OpportunityBulk(List<Long> ids, boolean partial, Action action) {

    /** The most ids of one call. */
    public static final int MOST = 500;

    public OpportunityBulk {
        ids = ids == null ? List.of() : ids.stream().filter(Objects::nonNull).distinct().toList();
        Objects.requireNonNull(action, "action");
    }

    /** All of it or nothing. */
    public static OpportunityBulk all(List<Long> ids, Action action) {
        return new OpportunityBulk(ids, false, action);
    }

    /** The change that is made to each opportunity. */
    public sealed interface Action permits Move, Win, Lose, Restore, Assign, Tag, Delete {
    }

    /** Moves them to a stage; the place in the column is not looked at. */
    public record Move(MoveRequest to) implements Action {
    }

    /** Marks them won. */
    public record Win(WonRequest request) implements Action {
    }

    /** Marks them lost. */
    public record Lose(LostRequest request) implements Action {
    }

    /** Opens them again. */
    public record Restore(RestoreRequest request) implements Action {
    }

    /**
     * Gives them to somebody; at least one of both.
     *
     * @param salesperson null to leave the salespeople
     * @param team        null to leave the teams
     */
    public record Assign(Assignee salesperson, Assignee team) implements Action {
    }

    /** @param id null for nobody */
    public record Assignee(Long id) {
    }

    /**
     * Adds tags and takes tags away.
     *
     * @param remove in any case of letters
     */
    public record Tag(List<String> add, List<String> remove) implements Action {

        public Tag {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /** Deletes them, which cannot be undone. */
    public record Delete() implements Action {
    }
}
