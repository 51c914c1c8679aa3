package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The report on the pipeline. Funnel, win rate and time in stage are of the period; the forecast is of all that is open.
 *
 * @param from first day in the caller's zone, or null for the beginning
 * @param to   last day, included, or null
 */
public record PipelineReport(LocalDate from, LocalDate to, List<FunnelStep> funnel, List<ForecastMonth> forecast,
        WinRate winRate, List<StageTime> timeInStage) {
    public PipelineReport {
        funnel = List.copyOf(funnel);
        forecast = List.copyOf(forecast);
        timeInStage = List.copyOf(timeInStage);
    }

    /**
     * An open stage.
     *
     * @param entered    came into it in the period
     * @param wentOn     those of them that came into a later open stage or a won one afterwards
     * @param conversion {@code wentOn / entered}, four decimals, or null
     */
    public record FunnelStep(StageRef stage, ReportFigure entered, ReportFigure wentOn, BigDecimal conversion) {
    }

    /**
     * Open opportunities by expected closing.
     *
     * @param month    such as {@code 2026-12}, or null for those without a date
     * @param weighted the sum weighted with the probabilities
     */
    public record ForecastMonth(String month, ReportFigure figure, List<Money> weighted) {
        public ForecastMonth {
            weighted = List.copyOf(weighted);
        }
    }

    /** Won and lost of the period, together and by the month of their closing. */
    public record WinRate(WinRateFigure total, List<WinRateFigure> months) {
        public WinRate {
            months = List.copyOf(months);
        }
    }

    /**
     * The share of won opportunities among the closed ones.
     *
     * @param month        of closing, or null for all
     * @param rate         {@code won / (won + lost)}, four decimals, or null if nothing was closed
     * @param rateByAmount the same by amount, for each currency with an amount
     */
    public record WinRateFigure(String month, ReportFigure won, ReportFigure lost, BigDecimal rate,
            List<AmountRate> rateByAmount) {
        public WinRateFigure {
            rateByAmount = List.copyOf(rateByAmount);
        }
    }

    /** A win rate by amount. */
    public record AmountRate(String currency, BigDecimal rate) {
    }

    /**
     * The time that opportunities spent in an open stage that they left in the period.
     *
     * @param figure         the opportunities
     * @param stays          how often they stood there: what median and average are of
     * @param medianSeconds  or null if there is no stay
     * @param averageSeconds or null
     */
    public record StageTime(StageRef stage, ReportFigure figure, long stays, Long medianSeconds, Long averageSeconds) {
    }
}
