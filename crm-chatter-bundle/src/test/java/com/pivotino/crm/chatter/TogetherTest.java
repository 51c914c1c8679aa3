package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;

/** One act over the three bundles: what a person does in one of them, and what the others make of it (SEMANTICS P9 to P16). */
public class TogetherTest extends OnTrio {

    private static final long QUALIFIED = 3;

    @Test
    public void A1_P9_a_card_is_made_its_first_activity_done_and_the_card_moves_in_one_act() {
        Opportunity card = trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Deal")).value();
        assertEquals("First activity", card.nextActivity().summary());
        Activity first = of(card).get(0);
        assertEquals("Deal", first.recordTitle());
        Answer<Activity> done = trio.activities.complete(Call.of(trio.actor(1)), first.id(), Completion.plain());
        assertEquals("first_activity", trio.opportunities.get(trio.actor(1), card.id()).stageKind());
        assertTrue(done.effects().toString(), done.effects().stream().anyMatch(e -> e.summary().contains("First Activity")));

        List<FeedEntry> feed = trio.feed(card.id());
        assertEquals(List.of("stage_changed", "activities", "activities", "field_changes"),
                feed.stream().map(FeedEntry::subtype).toList());
        assertEquals(Set.of(done.causeId()), causes(feed.subList(0, 2)));
        assertEquals(List.of(true, false), feed.subList(0, 2).stream().map(FeedEntry::automatic).toList());
    }

    @Test
    public void P10_a_move_out_of_new_finishes_the_first_activity_and_stays_where_it_was_put() {
        Opportunity card = trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Deal")).value();
        Answer<Opportunity> moved = trio.opportunities.move(Call.of(trio.actor(4)), card.id(),
                MoveRequest.to(QUALIFIED));
        assertEquals(QUALIFIED, moved.value().stageId());
        assertEquals("Completed by moving to Qualified", of(card).get(0).feedback());
        assertTrue(moved.effects().stream().anyMatch(e -> e.summary().equals("“First activity” is done.")));
        List<FeedEntry> two = trio.feed(card.id()).subList(0, 2);
        assertEquals(Set.of("activities", "stage_changed"), two.stream().map(FeedEntry::subtype).collect(Collectors.toSet()));
        assertEquals(Set.of(moved.causeId()), causes(two));
        assertEquals(Set.of("Ada"), two.stream().map(e -> e.author().name()).collect(Collectors.toSet()));
    }

    @Test
    public void P14_P16_losing_cancels_and_restoring_brings_back_with_a_line_each() {
        Opportunity card = trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Deal")).value();
        trio.opportunities.lose(Call.of(trio.actor(1)), card.id(), new LostRequest(3L, null, "Sorry", null));
        assertEquals("cancelled", of(card).get(0).state());
        assertEquals("none", trio.opportunities.get(trio.actor(1), card.id()).activityState());
        trio.opportunities.restore(Call.of(trio.actor(1)), card.id(), new RestoreRequest(null));
        assertEquals("planned", of(card).get(0).state());
        assertEquals("planned", trio.opportunities.get(trio.actor(1), card.id()).activityState());
        assertEquals(List.of("activities", "restored", "activities", "lost", "activities", "field_changes"),
                trio.feed(card.id()).stream().map(FeedEntry::subtype).toList());
    }

    @Test
    public void P10_P14_the_lines_of_what_ended_for_another_reason_name_it() {
        Opportunity lost = trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Deal")).value();
        trio.opportunities.lose(Call.of(trio.actor(1)), lost.id(), new LostRequest(3L, null, null, null));
        String reason = trio.opportunities.get(trio.actor(1), lost.id()).lostReason().name();
        assertEquals("<p>To-Do “First activity” cancelled because the opportunity was lost: " + reason + "</p>",
                trio.feed(lost.id()).get(0).body());
        Opportunity moved = trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Deal")).value();
        trio.opportunities.move(Call.of(trio.actor(1)), moved.id(), MoveRequest.to(QUALIFIED));
        assertEquals("<p>To-Do “First activity” done because the opportunity moved to Qualified</p>",
                trio.feed(moved.id()).get(0).body());
        Activity call = of(lost).get(0);
        assertEquals("Because the opportunity was lost: " + reason, call.endCause());
    }

    /** As an import does it. */
    @Test
    public void many_cards_in_one_act_have_their_lines_followers_and_activities() {
        List<ImportedOpportunity> rows = IntStream.range(0, 500).mapToObj(i -> new ImportedOpportunity(
                new NewOpportunity("Row " + i, null, null, null, null, null, null, 2L, null, null, null, null, null,
                        i % 2 == 0, null, null), "row-" + i, null, null, null, true)).toList();
        List<Opportunity> made = trio.opportunities.createAll(Call.of(trio.actor(4)), rows);
        assertEquals(1, of(made.get(0)).size());
        assertEquals(0, of(made.get(1)).size());
        assertEquals(2, trio.feed(made.get(498).id()).size());
        assertEquals("<p>Opportunity imported.</p>", trio.feed(made.get(499).id()).get(0).body());
        assertEquals("Row 499", trio.opportunities.get(trio.actor(2), made.get(499).id()).name());
    }

    private static List<Activity> of(Opportunity card) {
        return trio.activities.list(trio.actor(4), new ListQuery(50, null, null, false,
                Map.of("record", List.of("opportunity:" + card.id())))).items();
    }

    private static Set<String> causes(List<FeedEntry> entries) {
        return entries.stream().map(FeedEntry::causeId).collect(Collectors.toSet());
    }
}
