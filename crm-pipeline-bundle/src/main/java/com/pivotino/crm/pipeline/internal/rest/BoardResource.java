package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.internal.Shareable;
import com.pivotino.crm.api.pipeline.Board;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.pipeline.BoardService;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RestResource;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /board} (REST "Pipeline"): 80 cards a column unless {@code limit} says less. */
@Component(service = BoardResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/board")
@Produces(MediaType.APPLICATION_JSON)
public final class BoardResource {
    private final BoardService boards;

    @Activate
    public BoardResource(@Reference BoardService boards) {
        this.boards = boards;
    }

    @GET
    @Shareable
    public Board board(@Context Actor actor, @Context ListQuery query, @QueryParam("limit") Integer limit) {
        return boards.board(actor, cards(query, limit));
    }

    @GET
    @Shareable
    @Path("/columns/{stageId: \\d{1,18}}")
    public BoardColumn column(@Context Actor actor, @Context ListQuery query, @PathParam("stageId") long stageId,
            @QueryParam("limit") Integer limit) {
        return boards.column(actor, stageId, cards(query, limit));
    }

    @PATCH
    @Path("/columns/{stageId: \\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ColumnFold fold(@Context Actor actor, @Context Caller caller, @PathParam("stageId") long stageId, MergePatch patch) {
        patch.allowing(Set.of("folded"), Set.of());
        return new ColumnFold(stageId, boards.fold(Causes.of(actor, caller, null), stageId, patch.flag("folded")));
    }

    /** How a column is drawn. */
    public record ColumnFold(long stageId, boolean folded) {
    }

    private static ListQuery cards(ListQuery query, Integer limit) {
        int cards = limit == null ? BoardService.CARDS : Math.min(query.limit(), BoardService.CARDS);
        return new ListQuery(cards, query.cursor(), query.sort(), query.count(), query.filters());
    }
}
