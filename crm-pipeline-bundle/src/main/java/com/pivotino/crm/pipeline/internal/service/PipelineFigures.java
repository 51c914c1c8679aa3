package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.pipeline.PipelineReport;
import com.pivotino.crm.api.pipeline.PipelineReport.AmountRate;
import com.pivotino.crm.api.pipeline.PipelineReport.ForecastMonth;
import com.pivotino.crm.api.pipeline.PipelineReport.FunnelStep;
import com.pivotino.crm.api.pipeline.PipelineReport.StageTime;
import com.pivotino.crm.api.pipeline.PipelineReport.WinRate;
import com.pivotino.crm.api.pipeline.PipelineReport.WinRateFigure;
import com.pivotino.crm.api.pipeline.ReportFigure;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.pipeline.internal.store.CardPassages;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.pipeline.internal.store.Filters;
import com.pivotino.crm.pipeline.internal.store.ReportStore;
import com.pivotino.crm.pipeline.internal.store.ReportStore.Key;
import com.pivotino.crm.pipeline.internal.store.ReportStore.Stays;
import com.pivotino.crm.pipeline.internal.store.Where;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The figures of the pipeline report in one transaction. */
final class PipelineFigures {
    private final PipelineStores db;
    private final Actor actor;
    private final Instant now;
    private final Period period;
    private final Selection base;

    PipelineFigures(PipelineStores db, Actor actor, Instant now, Period period, Selection base) {
        this.db = db;
        this.actor = actor;
        this.now = now;
        this.period = period;
        this.base = base;
    }

    PipelineReport report() {
        Selection passed = base.between("history", period.from(), period.to());
        Filters filters = passed.filters(actor, now);
        CardPassages passages = db.reports().passages(filters, filters.where());
        return new PipelineReport(period.from(), period.to(), funnel(passed, passages.entered(), passages.wentOn()), forecast(),
                winRate(), timeInStage(passed, passages.left(), db.reports().stays(filters, filters.where())));
    }

    private List<FunnelStep> funnel(Selection passed, Map<String, List<Figure>> entered, Map<String, List<Figure>> wentOn) {
        List<FunnelStep> steps = new ArrayList<>();
        for (Stage stage : stages(entered)) {
            ReportFigure in = passed.with("entered", stage.id()).figure(of(entered, stage));
            ReportFigure on = passed.with("wentOn", stage.id()).figure(of(wentOn, stage));
            steps.add(new FunnelStep(stage.ref(), in, on,
                    DefaultReportService.ratio(BigDecimal.valueOf(on.count()), BigDecimal.valueOf(in.count()))));
        }
        return steps;
    }

    private List<StageTime> timeInStage(Selection passed, Map<String, List<Figure>> left, Map<String, Stays> stays) {
        return stages(left).stream().map(stage -> {
            Stays own = stays.get(String.valueOf(stage.id()));
            return new StageTime(stage.ref(), passed.with("left", stage.id()).figure(of(left, stage)), own == null ? 0 : own.count(),
                    own == null ? null : Long.valueOf(own.median()), own == null ? null : Long.valueOf(own.average()));
        }).toList();
    }

    /** Open stages in use that the caller's boards show, and others with figures. */
    private List<Stage> stages(Map<String, List<Figure>> figures) {
        return db.ladder().all().stream().filter(StageLadder::isOpen)
                .filter(stage -> figures.containsKey(String.valueOf(stage.id())) || stage.active() && (stage.teamId() == null
                        || actor.isAdmin() || actor.visibleTeamIds().contains(stage.teamId()))).toList();
    }

    private static List<Figure> of(Map<String, List<Figure>> figures, Stage stage) {
        return figures.getOrDefault(String.valueOf(stage.id()), List.of());
    }

    private List<ForecastMonth> forecast() {
        Selection open = base.with("outcome", "open");
        Map<String, List<Figure>> months = new TreeMap<>(db.reports().groups(Key.CLOSING_MONTH, open.filters(actor, now).where()));
        List<Figure> undated = months.remove(ReportStore.NONE);
        List<ForecastMonth> forecast = new ArrayList<>();
        months.forEach((key, figures) -> {
            YearMonth month = YearMonth.of(Integer.parseInt(key) / 100, Integer.parseInt(key) % 100);
            forecast.add(month(month.toString(), open.between("closing", month.atDay(1), month.atEndOfMonth()), figures));
        });
        if (undated != null) {
            forecast.add(month(null, open.with("closing", ReportStore.NONE), undated));
        }
        return forecast;
    }

    private static ForecastMonth month(String month, Selection selection, List<Figure> figures) {
        return new ForecastMonth(month, selection.figure(figures), Sums.of(figures, Figure::weighted));
    }

    private WinRate winRate() {
        Map<String, List<Figure>> won = closed("won");
        Map<String, List<Figure>> lost = closed("lost");
        TreeSet<String> months = new TreeSet<>(won.keySet());
        months.addAll(lost.keySet());
        return new WinRate(rate(null, DefaultReportService.together(won), DefaultReportService.together(lost)), months.stream()
                .map(month -> rate(month, won.getOrDefault(month, List.of()), lost.getOrDefault(month, List.of()))).toList());
    }

    private Map<String, List<Figure>> closed(String outcome) {
        Where where = base.with("outcome", outcome).between("closed", period.from(), period.to()).filters(actor, now).where();
        return period.closed(db.reports(), where, actor.zone());
    }

    private WinRateFigure rate(String month, List<Figure> won, List<Figure> lost) {
        Period days = month == null ? period : period.within(month);
        ReportFigure wins = closed(days.from(), days.to(), "won").figure(won);
        ReportFigure losses = closed(days.from(), days.to(), "lost").figure(lost);
        Map<String, BigDecimal> lostBy = amounts(losses);
        Map<String, BigDecimal> all = new TreeMap<>(lostBy);
        amounts(wins).forEach((currency, amount) -> all.merge(currency, amount, BigDecimal::add));
        List<AmountRate> byAmount = all.entrySet().stream().filter(sum -> sum.getValue().signum() > 0)
                .map(sum -> new AmountRate(sum.getKey(), DefaultReportService.ratio(sum.getValue().subtract(
                        lostBy.getOrDefault(sum.getKey(), BigDecimal.ZERO)), sum.getValue()))).toList();
        return new WinRateFigure(month, wins, losses, DefaultReportService.ratio(BigDecimal.valueOf(wins.count()),
                BigDecimal.valueOf(wins.count() + losses.count())), byAmount);
    }

    private Selection closed(LocalDate from, LocalDate to, String outcome) {
        return base.with("outcome", outcome).between("closed", from, to);
    }

    private static Map<String, BigDecimal> amounts(ReportFigure figure) {
        return figure.sum().stream().collect(Collectors.toMap(Money::currency, Money::amount));
    }
}
