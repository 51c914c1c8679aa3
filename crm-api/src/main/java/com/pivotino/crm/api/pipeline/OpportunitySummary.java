package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import java.util.List;

/** Counts and sums of the filtered opportunities, by outcome. */
public record OpportunitySummary(OutcomeFigure open, OutcomeFigure won, OutcomeFigure lost) {

    /**
     * One outcome.
     *
     * @param sum      expected revenue, one amount a currency
     * @param weighted the same, weighted with the probabilities
     */
    public record OutcomeFigure(long count, List<Money> sum, List<Money> weighted) {
        public OutcomeFigure {
            sum = List.copyOf(sum);
            weighted = List.copyOf(weighted);
        }
    }
}
