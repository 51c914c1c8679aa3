package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.event.Steps;
import com.pivotino.crm.imports.internal.domain.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** How the rows of a block are gone through: all at once, or each as a step that may fail alone. */
final class RowsAlone {

    /** All at once. */
    static final RowsAlone NONE = new RowsAlone(null);

    private final Steps<Integer> steps;

    private RowsAlone(Steps<Integer> steps) {
        this.steps = steps;
    }

    /** Each by itself. */
    static RowsAlone in(Steps<Integer> steps) {
        return new RowsAlone(steps);
    }

    /**
     * Does the work, for all rows or for one after the other.
     *
     * @param line   the line of the file on which a row begins
     * @param failed is told the rows of which the work has failed
     * @param flush  writes what one row has left pending, so that it fails with its row
     */
    <T> void each(List<T> rows, ToIntFunction<T> line, Consumer<List<T>> work, Failed<T> failed, Runnable flush) {
        if (steps == null) {
            work.accept(rows);
            return;
        }
        for (T row : rows) {
            int key = line.applyAsInt(row);
            Optional<CrmException> failure = steps.failure(key);
            if (failure.isPresent()) {
                failed.row(row, problem(failure.get()));
            } else {
                steps.step(key, () -> {
                    work.accept(List.of(row));
                    flush.run();
                });
            }
        }
    }

    /** Is told of a row that has failed. */
    interface Failed<T> {

        void row(T row, Problem why);
    }

    private static Problem problem(CrmException failure) {
        return failure.code().equals("unexpected") ? Problem.error(null, "unexpected",
                "This row cannot be done: something unexpected happened, which is in the server's log.")
                : failure instanceof RowRefused refused ? refused.problem() : Problem.error(null, failure.code(), failure.getMessage());
    }
}
