package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.pipeline.Duplicates;
import com.pivotino.crm.api.pipeline.MissedSales;
import com.pivotino.crm.api.pipeline.MissedSales.MissedGroup;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.OpportunitySummary;
import com.pivotino.crm.api.pipeline.OpportunitySummary.OutcomeFigure;
import com.pivotino.crm.api.pipeline.PipelineReport;
import com.pivotino.crm.api.pipeline.ReportService;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.pipeline.internal.store.Filters;
import com.pivotino.crm.pipeline.internal.store.ReportStore.Key;
import com.pivotino.crm.pipeline.internal.store.Where;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The reports; each figure by the filters of the list that it drills down to. */
@Component
public final class DefaultReportService implements ReportService {
    private static final int DIGITS = 4;
    private static final Set<String> GROUPS = Set.of("reason", "stage", "salesperson", "team", "month");
    private static final Map<String, Key> KEYS = Map.of("reason", Key.REASON, "stage", Key.LOST_FROM, "salesperson",
            Key.SALESPERSON, "team", Key.TEAM);
    private static final Map<String, String> FILTERS = Map.of("reason", "lostReason", "stage", "lostFrom", "salesperson",
            "salesperson", "team", "team");
    private final PipelineCore core;
    private final DuplicateHints hints;

    @Activate
    public DefaultReportService(@Reference PipelineCore core, @Reference DirectoryAdmin people) {
        this.core = core;
        this.hints = new DuplicateHints(core, people);
    }

    @Override
    public Duplicates duplicates(Actor actor, ListQuery query) {
        return hints.find(actor, query);
    }

    @Override
    public MissedSales missedSales(Actor actor, ListQuery query) {
        query.allowing(Set.of("from", "to", "groupBy", "team", "salesperson", "customer", "tag", "q"));
        Period period = Period.of(query);
        String groupBy = query.filter("groupBy") == null ? "reason" : query.filter("groupBy");
        if (!GROUPS.contains(groupBy)) {
            throw CrmException.invalid("groupBy", "unknown", "One of " + String.join(", ", GROUPS.stream().sorted().toList()) + ".");
        }
        Selection lost = Period.narrowing(query).with("outcome", "lost").between("closed", period.from(), period.to());
        return core.read(db -> {
            Where where = lost.filters(actor, core.now()).where();
            boolean months = groupBy.equals("month");
            Map<String, List<Figure>> groups = months ? period.closed(db.reports(), where, actor.zone())
                    : db.reports().groups(KEYS.get(groupBy), where);
            long all = groups.values().stream().mapToLong(Selection::count).sum();
            Map<String, String> labels = labels(db, groupBy, groups.keySet());
            List<MissedGroup> shown = new ArrayList<>();
            groups.forEach((key, figures) -> shown.add(new MissedGroup(key, labels.get(key),
                    ratio(BigDecimal.valueOf(Selection.count(figures)), BigDecimal.valueOf(all)),
                    group(lost, period, groupBy, key).figure(figures))));
            if (!months) {
                shown.sort(Comparator.comparingLong((MissedGroup group) -> group.figure().count()).reversed()
                        .thenComparing(MissedGroup::key));
            }
            return new MissedSales(period.from(), period.to(), groupBy, lost.figure(together(groups)), shown);
        });
    }

    private static Selection group(Selection lost, Period period, String groupBy, String key) {
        if (!groupBy.equals("month")) {
            return lost.with(FILTERS.get(groupBy), key);
        }
        Period month = period.within(key);
        return lost.between("closed", month.from(), month.to());
    }

    private Map<String, String> labels(PipelineStores db, String groupBy, Collection<String> keys) {
        Set<Long> ids = keys.stream().filter(key -> key.matches("\\d+")).map(Long::valueOf).collect(Collectors.toSet());
        return switch (groupBy) {
            case "reason" -> db.reasons().all().stream().collect(Collectors.toMap(r -> String.valueOf(r.id()), LostReason::name));
            case "stage" -> db.ladder().all().stream().collect(Collectors.toMap(s -> String.valueOf(s.id()), s -> s.name()));
            case "salesperson" -> core.directory().users(ids).values().stream()
                    .collect(Collectors.toMap(u -> String.valueOf(u.id()), u -> u.name()));
            case "team" -> core.directory().teams(ids).values().stream()
                    .collect(Collectors.toMap(t -> String.valueOf(t.id()), t -> t.name()));
            default -> Map.of();
        };
    }

    @Override
    public PipelineReport pipeline(Actor actor, ListQuery query) {
        query.allowing(Set.of("from", "to", "team", "salesperson", "customer", "tag", "q"));
        return core.read(db -> new PipelineFigures(db, actor, core.now(), Period.of(query), Period.narrowing(query)).report());
    }

    @Override
    public OpportunitySummary summary(Actor actor, ListQuery query) {
        return core.read(db -> {
            Map<String, List<Figure>> figures = db.reports().groups(Key.OUTCOME, new Filters(query, actor, core.now()).where());
            return new OpportunitySummary(outcome(figures, "open"), outcome(figures, "won"), outcome(figures, "lost"));
        });
    }

    private static OutcomeFigure outcome(Map<String, List<Figure>> figures, String outcome) {
        List<Figure> own = figures.getOrDefault(outcome, List.of());
        return new OutcomeFigure(Selection.count(own), Sums.of(own, Figure::sum), Sums.of(own, Figure::weighted));
    }

    static List<Figure> together(Map<String, List<Figure>> groups) {
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** To four decimals; null if there is nothing to divide by. */
    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, DIGITS, RoundingMode.HALF_UP);
    }
}
