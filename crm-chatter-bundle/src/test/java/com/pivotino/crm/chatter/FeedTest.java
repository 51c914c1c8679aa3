package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static com.pivotino.crm.chatter.World.LOST;
import static com.pivotino.crm.chatter.World.NEW;
import static com.pivotino.crm.chatter.World.QUALIFIED;
import static com.pivotino.crm.chatter.World.WON;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityDeleted;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityRestored;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The feed of changes (SEMANTICS C5, A7, A8), on both databases. */
public class FeedTest extends OnWorld {

    @Test
    public void a_new_card_begins_its_feed_with_who_made_it() {
        FeedEntry entry = only(world.feed(ANN, world.card(ANN, ANN)));
        assertEquals("<p>Opportunity created.</p>", entry.body());
        assertEquals(List.of("change", "field_changes", new NamedPerson("user", 1, "Ann")),
                List.of(entry.kind(), entry.subtype(), entry.author()));
        assertEquals(world.crm.clock().instant(), entry.at());
        assertFalse(entry.automatic());
    }

    @Test
    public void C5_all_changes_of_a_save_are_one_entry_with_values_as_of_then() {
        RecordRef card = world.card(ANN, ANN);
        List<FieldChange> changes = List.of(new FieldChange("expectedRevenue", "EUR 100.00", "EUR 200.00"),
                new FieldChange("name", "Deal", "Bigger deal"), new FieldChange("email", null, "sue@example.com"));
        world.act(BOB, card, new OpportunityChanged(world.state(card, NEW, ANN, ANN), changes, null, false));
        FeedEntry entry = world.feed(ANN, card).get(0);
        assertEquals(changes, entry.changes());
        assertEquals("field_changes", entry.subtype());
        assertEquals("Bob", entry.author().name());
    }

    @Test
    public void C5_the_most_specific_event_names_the_subtype() {
        RecordRef card = world.card(ANN, ANN);
        world.act(ANN, card, new StageChanged(world.state(card, QUALIFIED, ANN, ANN), NEW, true, 60));
        world.act(ANN, card, new OpportunityWon(world.state(card, WON, ANN, ANN), QUALIFIED, "keep", 60));
        Answer<?> lost = world.act(ANN, card, new OpportunityLost(world.state(card, LOST, ANN, ANN), WON,
                new NamedRef(1, "Too expensive"), "Budget cut", "They said:\nno & <never>\n\nSorry", "keep", 60));
        world.act(ANN, card, new OpportunityRestored(world.state(card, NEW, ANN, ANN), LOST, lost.causeId(), 60));
        List<FeedEntry> feed = world.feed(ANN, card);
        assertEquals(List.of("restored", "lost", "won", "stage_changed", "field_changes"),
                feed.stream().map(FeedEntry::subtype).toList());
        FeedEntry loss = feed.get(1);
        assertEquals(List.of(new FieldChange("stage", "Won", "Lost"), new FieldChange("outcome", "won", "lost"),
                new FieldChange("lostReason", null, "Too expensive"),
                new FieldChange("proposedReason", null, "Budget cut")), loss.changes());
        assertEquals("<p>They said:<br>no &amp; &lt;never&gt;</p><p>Sorry</p>", loss.body());
        assertEquals(lost.causeId(), loss.causeId());
    }

    @Test
    public void C5_a_lost_card_that_is_won_directly_has_one_line_of_winning() {
        RecordRef card = world.card(ANN, ANN);
        world.act(ANN, card, new OpportunityRestored(world.state(card, WON, ANN, ANN), LOST, "cause", 60));
        world.act(ANN, card, new OpportunityWon(world.state(card, WON, ANN, ANN), LOST, "keep", 60));
        assertEquals(List.of("won", "field_changes"), world.feed(ANN, card).stream().map(FeedEntry::subtype).toList());
    }

    @Test
    public void P14_losing_and_all_it_cancels_are_two_lines_with_one_cause_id() {
        RecordRef card = world.card(ANN, ANN);
        Reaction canceller = (event, tx) -> tx.publish(card, new ActivitiesCancelled(
                List.of(activity(card, 1, "First activity"), activity(card, 2, "<Call>")), "Too expensive", true));
        world.crm.reaction("test.canceller", 50, new String[] {"pipeline.OpportunityLost"}, canceller);
        world.act(ANN, card, new OpportunityLost(world.state(card, LOST, ANN, ANN), NEW, new NamedRef(1, "Too expensive"),
                null, null, "keep", 60));
        world.crm.remove(canceller);
        List<FeedEntry> feed = world.feed(ANN, card);
        assertEquals(3, feed.size());
        FeedEntry cancelled = feed.get(0);
        FeedEntry lost = feed.get(1);
        assertEquals(List.of("activities", "lost"), List.of(cancelled.subtype(), lost.subtype()));
        assertEquals(lost.causeId(), cancelled.causeId());
        assertTrue(cancelled.folded() && cancelled.automatic());
        assertEquals("Ann", cancelled.author().name());
        assertEquals("<p>2 activities cancelled</p><ul><li>To-Do “First activity”</li>"
                + "<li>To-Do “&lt;Call&gt;”</li></ul>", cancelled.body());
    }

    @Test
    public void A7_a_done_activity_says_what_it_was_and_what_came_of_it() {
        RecordRef card = world.card(ANN, ANN);
        ActivityState call = activity(card, 5, "Call Sue");
        world.act(ANN, card, new ActivityScheduled(call));
        world.act(ANN, card, new ActivityChanged(call, List.of(new FieldChange("dueDate", "2026-06-06", "2026-06-08"))));
        world.act(ANN, card, new ActivityChanged(call, List.of()));
        world.act(BOB, card, new ActivityCompleted(call, "Ask for the budget", "She agrees", null, 10, false));
        List<FeedEntry> lines = world.feed(ANN, card, "activity");
        assertEquals(List.of("<p>To-Do “Call Sue” done, assigned to Ann, 10 minutes</p>"
                + "<p>Ask for the budget</p><p>She agrees</p>",
                "<p>To-Do “Call Sue”</p>",
                "<p>To-Do “Call Sue” planned for 2026-06-06</p>"), lines.stream().map(FeedEntry::body).toList());
        assertEquals("The day as a value, too", List.of(new FieldChange("dueDate", null, "2026-06-06")), lines.get(2).changes());
        assertEquals("Bob", lines.get(0).author().name());
        assertEquals(4, world.feed(ANN, card).size());
        assertEquals(1, world.feed(ANN, card, "change,note").size());
    }

    @Test
    public void automation_without_a_person_has_no_author() {
        RecordRef card = world.card(ANN, ANN);
        world.crm.acts().run(Act.of(
                Actor.system(ZoneOffset.UTC), card),
                tx -> tx.publish(card, new StageChanged(world.state(card, QUALIFIED, ANN, ANN), NEW, true, 60)));
        assertNull(world.feed(ANN, card).get(0).author());
    }

    @Test
    public void who_may_not_read_the_record_finds_no_feed() {
        RecordRef card = world.card(ANN, ANN);
        assertEquals("not_found", refused(() -> world.feed(EVE, card)));
        assertEquals("not_found", refused(() -> world.feed(ANN, RecordRef.opportunity(999_999))));
        world.act(ANN, card, new OpportunityDeleted(world.state(card, NEW, ANN, ANN)));
        assertEquals("not_found", refused(() -> world.feed(ANN, card)));
        assertEquals("validation_failed", refused(() -> world.feed(ANN, world.card(ANN, ANN), "gossip")));
    }

    @Test
    public void pages_go_from_new_to_old_without_gap_or_repetition() {
        RecordRef card = world.card(ANN, ANN);
        for (int i = 0; i < 6; i++) {
            if (i % 2 == 0) {
                world.crm.clock().advance(Duration.ofMinutes(1));
            }
            world.act(ANN, card, new StageChanged(world.state(card, QUALIFIED, ANN, ANN), NEW, true, i));
        }
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<FeedEntry> page = world.feeds.feed(world.actor(ANN), card, new ListQuery(2, cursor, null, true, Map.of()));
            assertEquals(7L, page.total().longValue());
            page.items().forEach(entry -> ids.add(entry.id()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(world.feed(ANN, card).stream().map(FeedEntry::id).toList(), ids);
        assertEquals(7, ids.stream().distinct().count());
    }

    private static ActivityState activity(RecordRef card, long id, String summary) {
        return new ActivityState(id, card, new TypeRef(1, "todo", "To-Do", "check", "todo"), summary,
                LocalDate.parse("2026-06-06"), Instant.parse("2026-06-06T00:00:00Z"), Instant.parse("2026-06-07T00:00:00Z"),
                ANN, null, false, "open");
    }

    private static FeedEntry only(List<FeedEntry> feed) {
        assertEquals(1, feed.size());
        return feed.get(0);
    }

    private static String refused(Runnable call) {
        return assertThrows(CrmException.class, call::run).code();
    }
}
