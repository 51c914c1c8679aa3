package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import java.util.List;

/**
 * One column of the board; its figures count all cards that the caller may read and that the filters let through, not
 * only the ones shown.
 *
 * @param count    how many cards
 * @param sum      expected revenue, one amount a currency, by currency code
 * @param weighted the same, each card weighted with its probability
 * @param activity how many of the cards are overdue, today, planned, without activity
 * @param items    the first cards, in the shared manual order (SEMANTICS P6)
 * @param next     the cursor for more cards, or null
 * @param folded   whether it is drawn narrow: as the caller folded it, else as the stage says (SEMANTICS P5)
 */
public record BoardColumn(Stage stage, long count, List<Money> sum, List<Money> weighted, ActivityCounts activity,
        List<BoardCard> items, String next, boolean folded) {
    public BoardColumn {
        sum = List.copyOf(sum);
        weighted = List.copyOf(weighted);
        items = List.copyOf(items);
    }

    public BoardColumn(Stage stage, long count, List<Money> sum, List<Money> weighted, ActivityCounts activity,
            List<BoardCard> items, String next) {
        this(stage, count, sum, weighted, activity, items, next, stage.folded());
    }
}
