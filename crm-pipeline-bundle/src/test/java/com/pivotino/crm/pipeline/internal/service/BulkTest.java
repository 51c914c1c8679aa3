package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.pipeline.internal.rest.BulkRequest;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import com.pivotino.crm.api.rest.MergePatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.Test;

/** P18: one thing done to many, and P19: undone as one. */
public class BulkTest extends OnWorld {

    @Test
    public void P13_batch_move_into_a_second_won_stage_keeps_the_closing_date_of_the_won_one_and_sets_the_others() {
        long second = world.stages.create(Call.of(world.root), new NewStage("Paid", "won", 55, 100, null, null, null)).id();
        long won = world.makeIn(World.WON).id();
        Instant closed = world.get(won).closedAt();
        world.crm.clock().advance(Duration.ofDays(2));
        long open = world.makeIn(World.QUALIFIED).id();
        bulk(world.ann, "move", List.of(won, open), "stageId", second);
        assertEquals(closed, world.get(won).closedAt());
        assertEquals(world.crm.clock().instant(), world.get(open).closedAt());
        assertEquals(List.of(second, second), List.of(world.get(won).stageId(), world.get(open).stageId()));
        bulk(world.ann, "move", List.of(won), "stageId", World.QUALIFIED);
        assertNull(world.get(won).closedAt());
        world.requireRightTotals();
    }

    @Test
    public void P14_losing_10_in_one_call_gives_each_exactly_one_event_with_reason_and_note_and_one_cause() {
        List<Long> ids = make(10);
        world.events.clear();
        Answer<BulkReport> answer = bulk(world.ann, "lost", ids, "lostReasonId", World.NO_BUDGET, "note", "Budget cut");
        assertEquals(10, answer.value().done());
        assertEquals(10, world.told().stream().filter("pipeline.OpportunityLost"::equals).count());
        assertEquals(10, world.told().size());
        for (long id : ids) {
            List<HistoryEntry> history = world.opportunities.history(world.root, id);
            HistoryEntry last = history.get(history.size() - 1);
            assertEquals("Budget cut", world.get(id).closingNote().replaceAll("<[^>]*>", ""));
            assertEquals("No budget", last.lostReason().name());
            assertEquals(answer.causeId(), last.causeId());
        }
        world.requireRightTotals();
    }

    @Test
    public void P14_without_a_reason_nothing_is_lost_partial_or_not() {
        List<Long> ids = make(2);
        for (boolean partial : new boolean[] {false, true}) {
            CrmException refused = assertThrows(CrmException.class, () -> bulk(world.ann, "lost", ids, "partial", partial));
            assertEquals("lost_reason_required", refused.code());
        }
        assertEquals("open", world.get(ids.get(0)).outcome());
    }

    @Test
    public void P18_one_refusal_refuses_all_and_says_which() {
        long mine = world.makeIn(World.NEW).id();
        long bobs = world.make(World.of("Bob's", null, 2L, 2L, null)).id();
        world.follow(bobs, world.ann.userId());
        CrmException refused = assertThrows(CrmException.class, () -> bulk(world.ann, "won", List.of(mine, bobs)));
        assertEquals(CrmException.Kind.FORBIDDEN, refused.kind());
        assertEquals(List.of(200, 403), rows(refused).stream().map(BulkReport.Row::status).toList());
        assertEquals("open", world.get(mine).outcome());
        world.requireRightTotals();
    }

    @Test
    public void P18_a_hidden_and_a_missing_one_are_not_told_apart() {
        long mine = world.makeIn(World.NEW).id();
        long hidden = world.opportunities.create(Call.of(world.bob), World.of("Hidden", null, 2L, 2L, null)).value().id();
        CrmException refused = assertThrows(CrmException.class,
                () -> bulk(world.ann, "won", List.of(mine, hidden, 999_999L)));
        assertEquals(CrmException.Kind.NOT_FOUND, refused.kind());
        List<BulkReport.Row> rows = rows(refused);
        assertEquals(rows.get(1).code(), rows.get(2).code());
        assertEquals(rows.get(1).detail(), rows.get(2).detail());
    }

    @Test
    public void P18_partial_does_the_others_in_one_act() {
        long mine = world.makeIn(World.NEW).id();
        long bobs = world.make(World.of("Bob's", null, 2L, 2L, null)).id();
        world.follow(bobs, world.ann.userId());
        long lost = world.makeIn(World.LOST).id();
        Answer<BulkReport> answer = bulk(world.ann, "lost", List.of(mine, bobs, lost, 999_999L), "lostReasonId", 1L,
                "partial", true);
        assertEquals(List.of(200, 403, 412, 404), answer.value().results().stream().map(BulkReport.Row::status).toList());
        assertEquals(1, answer.value().done());
        assertEquals(3, answer.value().refused());
        assertEquals("lost", world.get(mine).outcome());
        assertEquals("open", world.get(bobs).outcome());
    }

    @Test
    public void P18_partial_works_in_a_transaction_of_the_whole_request_as_an_idempotency_key_makes_it() {
        long mine = world.makeIn(World.NEW).id();
        Answer<BulkReport> answer = world.crm.requests().within(false,
                () -> bulk(world.ann, "won", List.of(mine, 999_999L), "partial", true));
        assertEquals(1, answer.value().done());
        assertEquals("won", world.get(mine).outcome());
    }

    @Test
    public void P18_partial_leaves_nothing_of_a_card_that_another_bundle_refuses_and_keeps_the_others() {
        for (RuntimeException why : List.of(CrmException.conflict("busy", "Not this one."), new IllegalStateException("broken"))) {
            List<Long> ids = make(4);
            long stubborn = ids.get(2);
            Reaction refuses = (event, tx) -> {
                if (event.record().equals(RecordRef.opportunity(stubborn))) {
                    throw why;
                }
            };
            world.crm.reaction("test.refuses", -2, new String[] {"pipeline.StageChanged", "pipeline.OpportunityWon"}, refuses);
            long version = world.get(stubborn).version();
            world.events.clear();
            Answer<BulkReport> answer = world.crm.requests().within(false, () -> bulk(world.ann, "won", ids, "partial", true));
            world.crm.remove(refuses);
            int status = why instanceof CrmException ? 409 : 503;
            assertEquals(List.of(200, 200, status, 200), answer.value().results().stream().map(BulkReport.Row::status).toList());
            assertEquals(List.of("won", "won", "open", "won"), ids.stream().map(id -> world.get(id).outcome()).toList());
            assertEquals(version, world.get(stubborn).version());
            assertEquals(0, world.events.stream().filter(event -> event.record().equals(RecordRef.opportunity(stubborn)))
                    .filter(this::isLogged).count());
            world.requireRightTotals();
            assertNotNull("one undo for all that was done", answer.undo());
        }
    }

    private boolean isLogged(DomainEvent event) {
        try (var connection = world.crm.dataSource().getConnection();
                var select = connection.prepareStatement("SELECT COUNT(*) FROM rt_event WHERE event_id = ?")) {
            select.setString(1, event.id());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void P18_a_dry_run_answers_the_same_and_does_nothing() {
        List<Long> ids = make(3);
        Answer<BulkReport> dry = world.crm.requests().within(true, () -> bulk(world.ann, "won", ids));
        assertEquals(bulk(world.ann, "won", ids).value(), dry.value());
        assertNotNull(dry.undo());
    }

    @Test
    public void P18_cards_stand_on_top_in_the_order_sent() {
        List<Long> ids = make(4);
        List<Long> sent = List.of(ids.get(2), ids.get(0), ids.get(3), ids.get(1));
        bulk(world.ann, "move", sent, "stageId", World.QUALIFIED);
        assertEquals(sent, world.ids(world.ann, World.QUALIFIED));
    }

    @Test
    public void P18_assigning_tagging_and_deleting_many() {
        List<Long> ids = make(3);
        bulk(world.mia, "tag", ids, "tags", List.of("Fair", "VIP"));
        bulk(world.mia, "tag", ids.subList(0, 1), "tags", List.of("Autumn"), "removeTags", List.of("fair"));
        assertEquals(List.of("VIP", "Autumn"), world.get(ids.get(0)).tags());
        assertEquals(List.of("Fair", "VIP"), world.get(ids.get(1)).tags());
        bulk(world.root, "assign", ids, "salespersonId", 2L);
        assertEquals("Bob", world.get(ids.get(2)).salesperson().name());
        assertEquals("North", world.get(ids.get(2)).team().name());
        Answer<BulkReport> deleted = bulk(world.root, "delete", ids);
        assertNull("what is deleted cannot be brought back", deleted.undo());
        assertThrows(CrmException.class, () -> world.get(ids.get(0)));
        world.requireRightTotals();
    }

    @Test
    public void P18_what_stands_so_already_is_done_without_effect() {
        long won = world.makeIn(World.WON).id();
        world.events.clear();
        Answer<BulkReport> answer = bulk(world.ann, "won", List.of(won, won));
        assertEquals(1, answer.value().done());
        assertEquals(List.of(), world.told());
        assertNull(answer.undo());
    }

    @Test
    public void P18_a_guard_refuses_its_card_and_only_that() {
        long small = world.make(World.of("Small", null, 1L, 1L, new Money(BigDecimal.TEN, "EUR"))).id();
        long big = world.make(World.of("Big", null, 1L, 1L, new Money(new BigDecimal("10000"), "EUR"))).id();
        StageGuard guard = move -> move.opportunity().name().equals("Small") ? StageVerdict.deny("too_small", "Too small")
                : StageVerdict.allow();
        world.opportunities.addGuard(guard, Map.of("service.id", 1L));
        try {
            Answer<BulkReport> answer = bulk(world.ann, "won", List.of(small, big), "partial", true);
            assertEquals("guard_refused", answer.value().results().get(0).code());
            assertEquals("open", world.get(small).outcome());
            assertEquals("won", world.get(big).outcome());
        } finally {
            world.opportunities.removeGuard(guard);
        }
    }

    @Test
    public void P18_bad_requests_are_refused_as_a_whole() {
        List<Long> one = make(1);
        assertEquals("unknown_field", assertThrows(CrmException.class, () -> bulk(world.ann, "won", one, "stageId", 3L)).code());
        assertThrows(CrmException.class, () -> bulk(world.ann, "explode", one));
        assertThrows(CrmException.class, () -> bulk(world.ann, "won", List.of()));
        assertThrows(CrmException.class, () -> bulk(world.ann, "won", LongStream.rangeClosed(1, 501).boxed().toList()));
        assertThrows(CrmException.class, () -> bulk(world.ann, "move", one));
    }

    @Test
    public void P19_many_are_undone_as_one() {
        List<Long> ids = make(5);
        List<Opportunity> before = ids.stream().map(world::get).toList();
        Answer<BulkReport> answer = bulk(world.ann, "move", ids, "stageId", World.PROPOSITION);
        world.crm.undos().undo(world.ann, answer.undo().token());
        for (Opportunity card : before) {
            assertEquals(card.stageId(), world.get(card.id()).stageId());
            assertEquals(card.probability(), world.get(card.id()).probability());
            assertEquals(card.stageSince(), world.get(card.id()).stageSince());
        }
        world.requireRightTotals();
    }

    @Test
    public void P19_one_card_changed_since_keeps_all_of_the_bulk() {
        List<Long> ids = make(3);
        Answer<BulkReport> answer = bulk(world.ann, "move", ids, "stageId", World.QUALIFIED);
        world.opportunities.move(Call.of(world.mia), ids.get(1), MoveRequest.to(World.PROPOSITION));
        assertThrows(CrmException.class, () -> world.crm.undos().undo(world.ann, answer.undo().token()));
        assertEquals(World.QUALIFIED, world.get(ids.get(0)).stageId());
    }

    @Test
    public void P19_assigning_and_tagging_are_undone_also_by_one_who_gave_it_away() {
        List<Long> ids = make(2);
        bulk(world.root, "assign", ids, "teamId", 2L); // still Ann's, in Bob's team
        Answer<BulkReport> assigned = bulk(world.ann, "assign", ids, "salespersonId", 2L);
        world.crm.undos().undo(world.ann, assigned.undo().token());
        assertEquals("Ann", world.get(ids.get(0)).salesperson().name());
        Answer<BulkReport> tagged = bulk(world.ann, "tag", ids, "tags", List.of("Fair"));
        world.crm.undos().undo(world.ann, tagged.undo().token());
        assertEquals(List.of(), world.get(ids.get(0)).tags());
        assertEquals(0, world.opportunities.list(world.ann, World.query(10, "tag", "Fair")).items().size());
        world.requireRightTotals();
    }

    @Test
    public void P15_a_lost_one_with_the_same_reason_is_no_change() {
        long id = world.makeIn(World.NEW).id();
        world.opportunities.lose(Call.of(world.ann), id, new LostRequest(World.NO_BUDGET, null, null, null));
        assertEquals(1, bulk(world.ann, "lost", List.of(id), "lostReasonId", World.NO_BUDGET).value().done());
        assertEquals("lost", world.get(id).outcome());
    }

    private Answer<BulkReport> bulk(Actor actor, String action, List<Long> ids, Object... members) {
        Map<String, Object> what = new HashMap<>(Map.of("ids", ids, "action", action));
        for (int i = 0; i < members.length; i += 2) {
            what.put((String) members[i], members[i + 1]);
        }
        return world.opportunities.bulk(Call.of(actor), BulkRequest.of(new MergePatch(what)));
    }

    private List<Long> make(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(world.make("Card " + i).id());
        }
        world.crm.clock().advance(Duration.ofMinutes(1));
        return ids;
    }

    @SuppressWarnings("unchecked")
    private static List<BulkReport.Row> rows(CrmException refused) {
        return (List<BulkReport.Row>) refused.extras().get("results");
    }
}
