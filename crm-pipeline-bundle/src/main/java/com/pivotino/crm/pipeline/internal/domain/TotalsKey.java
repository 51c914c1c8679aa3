package com.pivotino.crm.pipeline.internal.domain;

import java.math.BigDecimal;

/**
 * What one opportunity adds to the board's figures, and where.
 *
 * @param id            the opportunity
 * @param teamId        0 for none
 * @param salespersonId 0 for nobody
 * @param currency      empty without an amount
 * @param amount        expected revenue, 0 without
 * @param weighted      the amount weighted with the probability, to six decimals, exact
 */
public record TotalsKey(long id, long stageId, long teamId, long salespersonId, String currency, BigDecimal amount,
        BigDecimal weighted) {
    private static final int SCALE = 6;
    private static final int PERCENT_DIGITS = 2;

    TotalsKey(long id, long stageId, Long teamId, Long salespersonId, String currency, BigDecimal amount, int probability) {
        this(id, stageId, teamId == null ? 0 : teamId, salespersonId == null ? 0 : salespersonId,
                currency == null ? "" : currency, scaled(amount),
                scaled(amount).multiply(BigDecimal.valueOf(probability)).movePointLeft(PERCENT_DIGITS).setScale(SCALE));
    }

    /** Whether both are counted in the same place. */
    public boolean sameColumn(TotalsKey other) {
        return stageId == other.stageId && teamId == other.teamId && salespersonId == other.salespersonId;
    }

    private static BigDecimal scaled(BigDecimal amount) {
        return (amount == null ? BigDecimal.ZERO : amount).setScale(SCALE - PERCENT_DIGITS).setScale(SCALE);
    }
}
