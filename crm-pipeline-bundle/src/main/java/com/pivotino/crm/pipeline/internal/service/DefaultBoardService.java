package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.pipeline.ActivityCounts;
import com.pivotino.crm.api.pipeline.Board;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.pipeline.BoardService;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.pipeline.internal.store.Db;
import com.pivotino.crm.pipeline.internal.store.Filters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The board: figures from the kept totals, the first cards of all columns by one query, names by one query a kind. */
@Component
public final class DefaultBoardService implements BoardService {
    private static final ActivityCounts NOTHING = new ActivityCounts(0, 0, 0, 0);
    private final PipelineCore core;

    @Activate
    public DefaultBoardService(@Reference PipelineCore core) {
        this.core = core;
    }

    @Override
    public Board board(Actor actor, ListQuery query) {
        Instant now = core.now();
        Filters filters = new Filters(query, actor, now);
        return core.read(db -> {
            List<Figure> figures = db.board().figures(actor, filters);
            List<Stage> stages = columns(actor, filters, db.ladder(), figures);
            List<Long> filled = stages.stream().map(Stage::id)
                    .filter(id -> figures.stream().anyMatch(f -> f.stageId() == id && f.count() > 0)).toList();
            Map<Long, List<OpportunityEntity>> cards = db.board().cards(filled, filters, query.limit() + 1).stream()
                    .collect(Collectors.groupingBy(OpportunityEntity::stageId));
            return new Board(draw(db, stages, figures, db.board().activity(filters, now), cards, query.limit(), now));
        });
    }

    @Override
    public BoardColumn column(Actor actor, long stageId, ListQuery query) {
        Instant now = core.now();
        Filters filters = new Filters(query, actor, now);
        return core.read(db -> {
            Stage stage = db.ladder().find(stageId).orElseThrow(() -> CrmException.notFound("The stage"));
            List<OpportunityEntity> cards = db.board().cards(stageId, filters, query.cursor(), query.limit() + 1);
            return draw(db, List.of(stage), db.board().figures(actor, filters), db.board().activity(filters, now),
                    Map.of(stageId, cards), query.limit(), now).get(0);
        });
    }

    /** The stages that the asked teams, else the caller's, can see, and any other that still holds cards. */
    private static List<Stage> columns(Actor actor, Filters filters, StageLadder ladder, List<Figure> figures) {
        return ladder.all().stream()
                .filter(stage -> filters.stages().isEmpty() || filters.stages().contains(stage.id()))
                .filter(stage -> filters.outcomes().isEmpty() || filters.outcomes().contains(StageLadder.outcome(stage)))
                .filter(stage -> isShown(stage, actor, filters)
                        || figures.stream().anyMatch(f -> f.stageId() == stage.id() && f.count() > 0))
                .toList();
    }

    private static boolean isShown(Stage stage, Actor actor, Filters filters) {
        if (!stage.active() || stage.teamId() == null) {
            return stage.active();
        }
        return filters.teams().isEmpty() ? actor.isAdmin() || actor.visibleTeamIds().contains(stage.teamId())
                : filters.teams().contains(stage.teamId());
    }

    private List<BoardColumn> draw(Db db, List<Stage> stages, List<Figure> figures, Map<Long, ActivityCounts> activity,
            Map<Long, List<OpportunityEntity>> cards, int limit, Instant now) {
        Lookup names = new Lookup(db, core.directory(), cards.values().stream().flatMap(List::stream).toList());
        List<BoardColumn> columns = new ArrayList<>();
        for (Stage stage : stages) {
            List<Figure> own = figures.stream().filter(figure -> figure.stageId() == stage.id()).toList();
            long count = own.stream().mapToLong(Figure::count).sum();
            ActivityCounts known = activity.getOrDefault(stage.id(), NOTHING);
            List<OpportunityEntity> found = cards.getOrDefault(stage.id(), List.of());
            List<OpportunityEntity> shown = found.subList(0, Math.min(found.size(), limit));
            columns.add(new BoardColumn(stage, count, money(own, Figure::sum), money(own, Figure::weighted),
                    new ActivityCounts(known.overdue(), known.today(), known.planned(),
                            count - known.overdue() - known.today() - known.planned()),
                    shown.stream().map(card -> card.toCard(names, now)).toList(),
                    found.size() > limit ? cursor(shown.get(limit - 1)) : null));
        }
        return columns;
    }

    private static String cursor(OpportunityEntity last) {
        return Cursor.of(last.rankKey(), last.id());
    }

    private static List<Money> money(List<Figure> figures, Function<Figure, BigDecimal> which) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        figures.stream().filter(figure -> !figure.currency().isEmpty() && figure.count() != 0)
                .forEach(figure -> sums.merge(figure.currency(), which.apply(figure), BigDecimal::add));
        return sums.entrySet().stream().map(sum -> new Money(sum.getValue().setScale(
                Money.zero(sum.getKey()).amount().scale(), RoundingMode.HALF_UP), sum.getKey())).toList();
    }
}
