package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.pipeline.ActivityCounts;
import com.pivotino.crm.api.pipeline.Board;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.pipeline.BoardService;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityViews;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.BoardStore;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.pipeline.internal.store.BoardSums;
import com.pivotino.crm.pipeline.internal.store.Filters;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.pipeline.internal.store.Sort;
import com.pivotino.crm.support.PageRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        core.refreshStages();
        Instant now = core.now();
        Filters filters = new Filters(query, actor, now);
        Sort sort = Sort.ofBoard(query.sort());
        return core.read(db -> {
            BoardStore board = db.board();
            BoardSums sums = board.sums(actor, filters, null, now);
            List<Figure> figures = sums.figures();
            List<Stage> stages = columns(actor, filters, db.ladder(), figures);
            List<Long> filled = stages.stream().map(Stage::id)
                    .filter(id -> figures.stream().anyMatch(f -> f.stageId() == id && f.count() > 0)).toList();
            Map<Long, List<OpportunityEntity>> cards = board.cards(actor, filled, sums.count(), filters, sort,
                    query.limit() + 1).stream().collect(Collectors.groupingBy(OpportunityEntity::stageId));
            Drawing drawing = new Drawing(db, actor, sort, query.limit(), now, db.folds().of(actor.userId()));
            return new Board(draw(drawing, stages, sums, cards));
        });
    }

    @Override
    public BoardColumn column(Actor actor, long stageId, ListQuery query) {
        core.refreshStages();
        Instant now = core.now();
        Filters filters = new Filters(query, actor, now);
        Sort sort = Sort.ofBoard(query.sort());
        return core.read(db -> {
            Stage stage = db.ladder().find(stageId).orElseThrow(() -> CrmException.notFound("The stage"));
            List<OpportunityEntity> cards = db.board().cards(stageId, filters, sort, query.cursor(), query.limit() + 1);
            Drawing drawing = new Drawing(db, actor, sort, query.limit(), now, db.folds().of(actor.userId()));
            return draw(drawing, List.of(stage), db.board().sums(actor, filters, stageId, now), Map.of(stageId, cards)).get(0);
        });
    }

    @Override
    public boolean fold(Call call, long stageId, Boolean folded) {
        if (call.actor().userId() == null) {
            throw CrmException.forbidden("Columns are folded by users, each for themselves.");
        }
        return core.act(Act.of(call), (tx, db) -> {
            Stage stage = db.ladder().find(stageId).orElseThrow(() -> CrmException.notFound("The stage"));
            db.folds().put(call.actor().userId(), stageId, folded);
            return folded == null ? stage.folded() : folded;
        }).value();
    }

    /** What all columns of one answer have in common. */
    private record Drawing(PipelineStores db, Actor actor, Sort sort, int limit, Instant now, Map<Long, Boolean> folds) {
        String cursor(OpportunityEntity last) {
            return sort == null ? Cursor.of(last.rankKey(), last.id()) : sort.cursor(last);
        }
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

    private List<BoardColumn> draw(Drawing drawing, List<Stage> stages, BoardSums sums,
            Map<Long, List<OpportunityEntity>> cards) {
        int limit = drawing.limit();
        Lookup names = new Lookup(drawing.db(), core.directory(), cards.values().stream().flatMap(List::stream).toList());
        List<BoardColumn> columns = new ArrayList<>();
        for (Stage stage : stages) {
            List<Figure> own = sums.figures().stream().filter(figure -> figure.stageId() == stage.id()).toList();
            long count = own.stream().mapToLong(Figure::count).sum();
            ActivityCounts known = sums.activity().getOrDefault(stage.id(), NOTHING);
            PageRows<OpportunityEntity> shown = PageRows.of(cards.getOrDefault(stage.id(), List.of()), limit);
            columns.add(new BoardColumn(stage, count, Sums.of(own, Figure::sum), Sums.of(own, Figure::weighted),
                    new ActivityCounts(known.overdue(), known.today(), known.planned(),
                            count - known.overdue() - known.today() - known.planned()),
                    shown.rows().stream().map(card -> OpportunityViews.card(card, names, drawing.now(), drawing.actor())).toList(),
                    shown.next(drawing::cursor),
                    drawing.folds().getOrDefault(stage.id(), stage.folded())));
        }
        return columns;
    }
}
