package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.pipeline.ActivityCounts;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.rest.MergePatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class BoardTest extends OnWorld {

    @After
    public void totalsAreRight() {
        world.requireRightTotals();
    }

    @Test
    public void P6_new_card_goes_on_top_and_a_button_puts_it_on_top_of_the_target() {
        long a = world.makeIn(World.NEW).id();
        long b = world.makeIn(World.NEW).id();
        long c = world.makeIn(World.QUALIFIED).id();
        assertEquals(List.of(b, a), world.ids(world.ann, World.NEW));
        move(a, World.QUALIFIED, null, null);
        assertEquals(List.of(a, c), world.ids(world.ann, World.QUALIFIED));
    }

    @Test
    public void P6_drag_puts_it_between_its_neighbours_and_touches_no_other_card() {
        List<Long> ids = column(4);
        long dragged = world.makeIn(World.NEW).id();
        move(dragged, World.QUALIFIED, ids.get(1), ids.get(2));
        assertEquals(List.of(ids.get(0), ids.get(1), dragged, ids.get(2), ids.get(3)), world.ids(world.ann, World.QUALIFIED));
        assertEquals(1, world.get(ids.get(1)).version());
    }

    @Test
    public void P6_reorder_in_the_column_is_no_change_and_never_a_version_conflict() {
        List<Long> ids = column(3);
        world.events.clear();
        Opportunity same = world.opportunities.move(new Call(world.ann, "drag", 99L), ids.get(2),
                new MoveRequest(World.QUALIFIED, ids.get(0), null, null, null, null, null, null, null)).value();
        assertEquals(1, same.version());
        assertEquals(List.of(ids.get(2), ids.get(0), ids.get(1)), world.ids(world.ann, World.QUALIFIED));
        move(ids.get(2), World.QUALIFIED, ids.get(1), null);
        assertEquals(ids, world.ids(world.ann, World.QUALIFIED));
        assertEquals(1, world.opportunities.history(world.ann, ids.get(2)).size());
        assertTrue(world.told().isEmpty());
    }

    @Test
    public void P6_hidden_cards_between_visible_neighbours_keep_their_order() {
        List<Long> ids = column(5);
        long dragged = world.makeIn(World.NEW).id();
        // the first and the last are visible, three in between are hidden by a filter
        move(dragged, World.QUALIFIED, ids.get(0), ids.get(4));
        List<Long> now = new ArrayList<>(world.ids(world.ann, World.QUALIFIED));
        assertTrue(now.indexOf(dragged) > 0 && now.indexOf(dragged) < 5);
        now.remove(dragged);
        assertEquals(ids, now);
    }

    @Test
    public void P6_neighbours_that_have_left_the_column_do_not_hinder() {
        List<Long> ids = column(3);
        long dragged = world.makeIn(World.NEW).id();
        move(ids.get(0), World.PROPOSITION, null, null);
        move(dragged, World.QUALIFIED, ids.get(0), ids.get(2));
        assertEquals(List.of(ids.get(1), dragged, ids.get(2)), world.ids(world.ann, World.QUALIFIED));
        CrmException refused = assertThrows(CrmException.class, () -> move(dragged, World.QUALIFIED, 99_999L, null));
        assertEquals("not_found", refused.code());
    }

    @Test
    public void P6_ties_stand_by_id_descending_and_drags_between_them_find_room() {
        List<Long> ids = column(3);
        sql("UPDATE pl_opportunity SET rank_key = '5000000000000'");
        assertEquals(ids, world.ids(world.ann, World.QUALIFIED));
        long dragged = world.makeIn(World.NEW).id();
        move(dragged, World.QUALIFIED, ids.get(0), ids.get(1));
        assertEquals(List.of(ids.get(0), dragged, ids.get(1), ids.get(2)), world.ids(world.ann, World.QUALIFIED));
        assertEquals(1, world.get(ids.get(0)).version());
    }

    @Test
    public void columns_stand_in_order_with_count_sum_and_weighted_per_currency() {
        world.make(World.of("a", World.QUALIFIED, 1L, 1L, euro("100.01")));
        world.make(World.of("b", World.QUALIFIED, 1L, 1L, euro("200")));
        world.make(World.of("c", World.QUALIFIED, 1L, 1L, new Money(new BigDecimal("7"), "JPY")));
        world.make(World.of("d", World.QUALIFIED, 1L, 1L, null));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), world.board(world.ann).columns().stream().map(c -> c.stage().id()).toList());
        BoardColumn column = world.column(world.ann, World.QUALIFIED);
        assertEquals(4, column.count());
        assertEquals(List.of(euro("300.01"), new Money(new BigDecimal("7"), "JPY")), column.sum());
        assertEquals(List.of(euro("120.00"), new Money(new BigDecimal("3"), "JPY")), column.weighted());
        assertEquals(column, world.column(world.ann, World.QUALIFIED, "q", ""));
        world.totals.run(world.crm.clock().instant());
        assertEquals(column, world.column(world.ann, World.QUALIFIED));
        assertEquals(column, world.column(world.ann, World.QUALIFIED, "team", "1", "salesperson", "me"));
    }

    @Test
    public void figures_count_what_the_caller_may_read_and_nothing_else() {
        world.make(World.of("north", World.QUALIFIED, 3L, 1L, euro("10")));
        Opportunity south = world.make(World.of("south", World.QUALIFIED, 2L, 2L, euro("20")));
        world.opportunities.createAll(Call.of(world.bob), List.of(new ImportedOpportunity(
                World.of("orphan", World.QUALIFIED, null, null, euro("40")), null, null, null, null, false)));
        world.opportunities.create(Call.of(world.root), World.of("both", World.QUALIFIED, 1L, 2L, euro("80")));
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of(euro("90")), world.column(world.ann, World.QUALIFIED).sum());
            assertEquals(List.of(euro("140")), world.column(world.bob, World.QUALIFIED).sum());
            assertEquals(List.of(euro("150")), world.column(world.root, World.QUALIFIED).sum());
            assertEquals(1, world.column(world.bob, World.QUALIFIED, "salesperson", "me").count());
            world.totals.run(world.crm.clock().instant());
        }
        world.follow(south.id(), 1);
        BoardColumn withFollowed = world.column(world.ann, World.QUALIFIED);
        assertEquals(List.of(euro("110")), withFollowed.sum());
        assertEquals(3, withFollowed.count());
        assertEquals(withFollowed, world.column(world.ann, World.QUALIFIED, "q", ""));
    }

    @Test
    public void A5_activity_bar_and_filter_follow_the_clock() {
        world.activities.due(LocalDate.of(2026, 6, 3));
        Opportunity today = world.make("today");
        world.activities.due(LocalDate.of(2026, 6, 4));
        Opportunity later = world.make("later");
        world.make(new com.pivotino.crm.api.pipeline.NewOpportunity("none", null, null, null, null, null, null, 1L, 1L, null,
                null, null, null, false, null, null));
        assertEquals(new ActivityCounts(0, 1, 1, 1), world.column(world.ann, World.NEW).activity());
        assertEquals("today", world.column(world.ann, World.NEW, "activityState", "today").items().get(0).activityState());
        world.crm.clock().set(Instant.parse("2026-06-04T00:00:00Z"));
        assertEquals(new ActivityCounts(1, 1, 0, 1), world.column(world.ann, World.NEW).activity());
        assertEquals(List.of(today.id()), listed("activityState", "overdue"));
        assertEquals(List.of(later.id()), listed("activityState", "today"));
        assertEquals(2, listed("activityState", "today", "activityState", "none").size());
        assertEquals(0, listed("activityState", "planned").size());
    }

    @Test
    public void A5_card_shows_the_activity_due_first_and_overdue_before_planned() {
        Opportunity deal = world.make("Deal");
        world.publish(RecordRef.opportunity(deal.id()),
                new ActivityScheduled(StandInActivities.activity(9_001, deal.id(), LocalDate.of(2026, 6, 1), "open")));
        Opportunity shown = world.get(deal.id());
        assertEquals(9_001, shown.nextActivity().id());
        assertEquals("overdue", shown.activityState());
        assertEquals("todo", shown.nextActivity().type().key());
        assertEquals(1, shown.version());
        assertEquals(List.of(deal.id()), listed("activityState", "overdue"));
        world.publish(RecordRef.opportunity(deal.id()), new com.pivotino.crm.api.activity.event.ActivityDeleted(
                StandInActivities.activity(9_001, deal.id(), LocalDate.of(2026, 6, 1), "open")));
        assertEquals("planned", world.get(deal.id()).activityState());
    }

    @Test
    public void column_pages_on_without_gap_or_repetition() {
        List<Long> ids = column(7);
        BoardColumn first = world.boards.board(world.ann, World.query(3)).columns().get(2);
        assertEquals(7, first.count());
        List<Long> seen = new ArrayList<>(first.items().stream().map(card -> card.id()).toList());
        for (String next = first.next(); next != null;) {
            BoardColumn more = world.boards.column(world.ann, World.QUALIFIED, new ListQuery(3, next, null, false, Map.of()));
            more.items().forEach(card -> seen.add(card.id()));
            next = more.next();
        }
        assertEquals(ids, seen);
        assertNull(world.boards.column(world.ann, World.QUALIFIED, World.query(7)).next());
    }

    @Test
    public void P3_team_board_shows_common_stages_and_its_own() {
        Stage south = world.stages.create(Call.of(world.mia), new NewStage("South only", "normal", 35, 50, 2L, null, null));
        assertTrue(world.board(world.ann).columns().stream().noneMatch(c -> c.stage().id() == south.id()));
        assertNotNull(world.column(world.bob, south.id()));
        assertNotNull(world.column(world.root, south.id()));
        assertNotNull(world.column(world.root, south.id(), "team", "2"));
        assertTrue(world.board(world.root, "team", "1").columns().stream().noneMatch(c -> c.stage().id() == south.id()));
    }

    @Test
    public void filters_narrow_list_and_board_alike() {
        Opportunity a = world.make("Alpha 100%");
        Opportunity b = world.make("Beta");
        world.crm.clock().advance(Duration.ofDays(2));
        Opportunity c = world.makeIn(World.QUALIFIED);
        world.opportunities.update(Call.of(world.ann), b.id(), new MergePatch(Map.of("tags", List.of("Hot lead", "x"),
                "email", "beta@example.com", "expectedClosing", "2026-06-30")));
        assertEquals(List.of(a.id()), listed("q", "100%"));
        assertEquals(List.of(b.id()), listed("q", "BETA@"));
        assertEquals(List.of(), listed("q", "_"));
        assertEquals(List.of(b.id()), listed("tag", "hot LEAD"));
        assertEquals(List.of(b.id()), listed("tag", "nothing", "tag", "x"));
        assertEquals(List.of(c.id()), listed("createdFrom", "2026-06-04"));
        assertEquals(2, listed("createdTo", "2026-06-03").size());
        assertEquals(List.of(b.id()), listed("closingFrom", "2026-06-30", "closingTo", "2026-06-30"));
        assertEquals(List.of(c.id()), listed("stage", "3"));
        assertEquals(3, listed("outcome", "open").size());
        assertEquals(0, listed("outcome", "won", "outcome", "lost").size());
        assertEquals(0, listed("customer", "5").size());
        assertEquals(1, world.column(world.ann, World.NEW, "tag", "x").count());
        assertEquals(1, world.board(world.ann, "stage", "3").columns().size());
        assertEquals("unknown_field", refusal(() -> listed("owner", "1")));
        assertEquals("validation_failed", refusal(() -> listed("team", "north")));
        assertEquals("validation_failed", refusal(() -> listed("createdFrom", "yesterday")));
        assertEquals("validation_failed", refusal(() -> listed("outcome", "draw")));
    }

    @Test
    public void list_pages_stably_in_every_order() {
        for (int i = 0; i < 7; i++) {
            world.make(World.of("Deal " + i % 3, null, 1L, 1L, i % 2 == 0 ? euro("1" + i) : null));
        }
        for (String sort : new String[] {null, "id", "-id", "name", "-name", "createdAt", "-createdAt", "stageSince",
                "closedAt", "-closedAt", "priority", "expectedClosing", "-expectedClosing", "expectedRevenue", "-expectedRevenue"}) {
            List<Long> whole = page(sort, 50, null).items().stream().map(Opportunity::id).toList();
            assertEquals(7, whole.size());
            List<Long> pages = new ArrayList<>();
            String cursor = null;
            do {
                Page<Opportunity> page = page(sort, 2, cursor);
                assertEquals(Long.valueOf(7), page.total());
                page.items().forEach(deal -> pages.add(deal.id()));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(sort, whole, pages);
        }
        String other = page("name", 2, null).next();
        assertEquals("validation_failed", refusal(() -> page("-name", 2, other)));
        assertEquals("validation_failed", refusal(() -> page("salary", 2, null)));
        String forged = com.pivotino.crm.api.Cursor.of("-createdAt", "yesterday", 1L);
        assertEquals("validation_failed", refusal(() -> page(null, 2, forged)));
        assertEquals("validation_failed", refusal(() -> world.boards.column(world.ann, World.QUALIFIED,
                new ListQuery(2, com.pivotino.crm.api.Cursor.of("5", "x"), null, false, Map.of()))));
    }

    private Page<Opportunity> page(String sort, int limit, String cursor) {
        return world.opportunities.list(world.ann, new ListQuery(limit, cursor, sort, true, Map.of()));
    }

    private List<Long> listed(String... filters) {
        return world.opportunities.list(world.ann, World.query(50, filters)).items().stream().map(Opportunity::id).toList();
    }

    /** Cards in Qualified, top first. */
    private List<Long> column(int size) {
        for (int i = 0; i < size; i++) {
            world.makeIn(World.QUALIFIED);
        }
        return world.ids(world.ann, World.QUALIFIED);
    }

    private void move(long id, long stage, Long above, Long below) {
        world.opportunities.move(new Call(world.ann, "drag", null), id,
                new MoveRequest(stage, below, above, null, null, null, null, null, null));
    }

    private void sql(String sql) {
        world.core.act(com.pivotino.crm.api.event.Act.of(world.root), (tx, db) -> db.em().createNativeQuery(sql).executeUpdate());
    }

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static String refusal(org.junit.function.ThrowingRunnable call) {
        return assertThrows(CrmException.class, call).code();
    }
}
