package com.pivotino.crm.api.pipeline;

import java.util.List;

/**
 * The board: one column a stage, in the pipeline's order (SEMANTICS P3).
 *
 * @param columns the stages that the asked team (or anybody) can see
 */
public record Board(List<BoardColumn> columns) {
    public Board {
        columns = List.copyOf(columns);
    }
}
