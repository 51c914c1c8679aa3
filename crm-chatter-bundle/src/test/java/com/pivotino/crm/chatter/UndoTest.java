package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityBulk;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.event.UndoneAct;
import com.pivotino.crm.api.pipeline.BoardCard;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.service.TotalsKeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** P19 over the bundles: an act and all its effects are taken back as one, exactly, or not at all. */
public class UndoTest extends OnTrio {

    private static final long NEW = 1;
    private static final long FIRST = 2;
    private static final long QUALIFIED = 3;
    private static final long PROPOSITION = 4;
    private static final long NO_BUDGET = 3;

    private Actor ann;
    private Actor ada;
    private long card;

    @Before
    public void start() {
        ann = trio.actor(1);
        ada = trio.actor(4);
        card = make("Lyon");
        trio.crm.clock().advance(Duration.ofMinutes(5));
    }

    @After
    public void verify() {
        assertEquals("The board's totals are right.", new TotalsKeeper(trio.core).check());
        assertEquals(List.of(), trio.verify());
    }

    @Test
    public void P19_a_move_out_of_New_and_the_activity_that_it_finished_are_taken_back() {
        Opportunity before = get();
        List<Activity> planned = activities();
        Answer<Opportunity> moved = move(ann, QUALIFIED);
        assertEquals("done", activities().get(0).state());
        Answer<UndoneAct> undone = trio.crm.undos().undo(ann, moved.undo().token());
        assertAsBefore(before);
        assertActivitiesAsBefore(planned);
        assertEquals(2, undone.effects().size());
        HistoryEntry last = last(trio.opportunities.history(ann, card));
        assertEquals("undo", last.cause());
        assertEquals(undone.causeId(), last.causeId());
    }

    @Test
    public void P19_one_line_says_moved_and_undone() {
        int lines = trio.feed(card).size();
        Answer<Opportunity> moved = move(ann, QUALIFIED);
        assertEquals(lines + 2, trio.feed(card).size());
        trio.crm.undos().undo(ann, moved.undo().token());
        List<FeedEntry> feed = trio.feed(card);
        assertEquals(lines + 1, feed.size());
        FeedEntry line = feed.get(0);
        assertEquals("stage_changed", line.subtype());
        assertEquals(List.of("undone"), line.marks());
        assertEquals("Qualified", line.changes().get(0).to());
        assertTrue(line.body(), line.body().endsWith("<p>Undone.</p>"));
    }

    @Test
    public void P19_an_administrator_is_named_who_takes_back() {
        Answer<Opportunity> moved = move(ann, QUALIFIED);
        trio.crm.undos().undo(ada, moved.undo().token());
        assertTrue(trio.feed(card).get(0).body().endsWith("<p>Undone by Ada.</p>"));
    }

    @Test
    public void P19_a_completion_and_the_move_that_followed_are_taken_back() {
        Opportunity before = get();
        List<Activity> planned = activities();
        int lines = trio.feed(card).size();
        Answer<Activity> done = trio.activities.complete(Call.of(ann), planned.get(0).id(), new Completion("Spoke", null, 5, null));
        assertEquals(FIRST, get().stageId());
        trio.crm.undos().undo(ann, done.undo().token());
        assertAsBefore(before);
        assertActivitiesAsBefore(planned);
        assertEquals(lines + 1, trio.feed(card).size());
        assertEquals("activity", trio.feed(card).get(0).kind());
    }

    @Test
    public void P19_a_completion_with_a_next_one_takes_the_next_one_away() {
        List<Activity> planned = activities();
        Answer<Activity> done = trio.activities.complete(Call.of(ann), planned.get(0).id(),
                new Completion(null, null, null, new NewActivity(null, planned.get(0).type().id(), "Call again", null, null, null)));
        assertEquals(2, activities().size());
        trio.crm.undos().undo(ann, done.undo().token());
        assertActivitiesAsBefore(planned);
        assertEquals(planned.get(0).dueDate(), get().nextActivity().dueDate());
    }

    @Test
    public void P19_a_cancellation_is_taken_back_with_the_role() {
        List<Activity> planned = activities();
        Answer<Activity> cancelled = trio.activities.cancel(Call.of(ann), planned.get(0).id(), new Cancellation("No"));
        trio.crm.undos().undo(ann, cancelled.undo().token());
        assertActivitiesAsBefore(planned);
        schedule("Another");
        assertNull("the role does not wait", last(activities()).role());
    }

    @Test
    public void P19_many_activities_done_at_once_are_taken_back_as_one_with_the_moves_that_followed() {
        long other = make("Nice");
        List<Activity> planned = activities();
        Opportunity before = get();
        Opportunity otherBefore = trio.opportunities.get(ada, other);
        Answer<BulkReport> done = trio.work.bulk(ann, bulk("done", planned.get(0).id(), otherBefore.nextActivity().id()));
        assertEquals(2, done.value().done());
        assertEquals(FIRST, get().stageId());
        assertEquals(FIRST, trio.opportunities.get(ada, other).stageId());
        trio.crm.undos().undo(ann, done.undo().token());
        assertAsBefore(before);
        assertActivitiesAsBefore(planned);
        assertEquals(otherBefore.nextActivity(), trio.opportunities.get(ada, other).nextActivity());
        assertEquals(NEW, trio.opportunities.get(ada, other).stageId());
        assertNull("only what is over can be taken back",
                trio.work.bulk(ann, new ActivityBulk(List.of(planned.get(0).id()), "reschedule", null, null, 1, null, null, null,
                        null, null, null)).undo());
    }

    private static ActivityBulk bulk(String action, Long... ids) {
        return new ActivityBulk(List.of(ids), action, null, null, null, null, null, null, null, null, null);
    }

    @Test
    public void P19_winning_is_taken_back() {
        schedule("Call");
        move(ann, PROPOSITION);
        trio.crm.clock().advance(Duration.ofMinutes(1));
        Opportunity before = get();
        List<Activity> planned = activities();
        Answer<Opportunity> won = trio.opportunities.win(Call.of(ann), card, new WonRequest("done"));
        trio.crm.undos().undo(ann, won.undo().token());
        assertAsBefore(before);
        assertActivitiesAsBefore(planned);
        assertEquals(List.of("won", "open"), trio.opportunities.history(ann, card).stream()
                .filter(line -> line.kind().equals("outcome")).map(HistoryEntry::to).toList());
    }

    @Test
    public void P19_losing_is_taken_back_and_the_cancelled_activities_are_open_with_their_dates() {
        schedule("Call");
        Opportunity before = get();
        List<Activity> planned = activities();
        int lines = trio.feed(card).size();
        Answer<Opportunity> lost = trio.opportunities.lose(Call.of(ann), card, new LostRequest(NO_BUDGET, null, "too dear", null));
        trio.crm.undos().undo(ann, lost.undo().token());
        assertAsBefore(before);
        assertActivitiesAsBefore(planned);
        assertEquals(lines + 1, trio.feed(card).size());
    }

    @Test
    public void P19_a_restoration_is_taken_back_to_the_loss_with_its_reason() {
        trio.opportunities.lose(Call.of(ann), card, new LostRequest(NO_BUDGET, null, "too dear", null));
        trio.crm.clock().advance(Duration.ofMinutes(1));
        Opportunity before = get();
        List<Activity> cancelled = activities();
        Answer<Opportunity> restored = trio.opportunities.restore(Call.of(ann), card, new RestoreRequest(PROPOSITION));
        trio.crm.undos().undo(ann, restored.undo().token());
        assertAsBefore(before);
        assertActivitiesAsBefore(cancelled);
        trio.opportunities.restore(Call.of(ann), card, new RestoreRequest(null));
        assertEquals("what the loss had cancelled still comes back with it", "planned", activities().get(0).state());
    }

    @Test
    public void P19_what_somebody_else_changed_elsewhere_stays() {
        Answer<Opportunity> moved = move(ann, QUALIFIED);
        trio.opportunities.update(Call.of(ada), card, new MergePatch(Map.of("name", "Lyon, 40 seats", "probability", 77)));
        trio.crm.undos().undo(ann, moved.undo().token());
        assertEquals("Lyon, 40 seats", get().name());
        assertEquals(NEW, get().stageId());
        assertEquals(77, get().probability());
    }

    @Test
    public void P19_a_move_since_refuses_the_undo_naming_who_and_leaves_all_as_it_is() {
        Answer<Opportunity> moved = move(ann, QUALIFIED);
        move(ada, PROPOSITION);
        int lines = trio.feed(card).size();
        CrmException refused = assertThrows(CrmException.class, () -> trio.crm.undos().undo(ann, moved.undo().token()));
        assertEquals(CrmException.Kind.VERSION_CONFLICT, refused.kind());
        assertTrue(refused.getMessage(), refused.getMessage().contains("Ada has changed stage"));
        assertNotNull(refused.extras().get("current"));
        assertEquals(PROPOSITION, get().stageId());
        assertEquals("done", activities().get(0).state());
        assertEquals(lines, trio.feed(card).size());
    }

    @Test
    public void P19_a_move_away_and_back_since_is_a_change_too() {
        Answer<Opportunity> moved = move(ann, QUALIFIED);
        trio.crm.clock().advance(Duration.ofSeconds(1));
        move(ada, PROPOSITION);
        move(ada, QUALIFIED);
        assertThrows(CrmException.class, () -> trio.crm.undos().undo(ann, moved.undo().token()));
    }

    @Test
    public void P19_an_activity_that_was_changed_since_refuses_the_undo_of_all() {
        Answer<Opportunity> lost = trio.opportunities.lose(Call.of(ann), card, new LostRequest(NO_BUDGET, null, null, null));
        trio.opportunities.restore(Call.of(ada), card, new RestoreRequest(null));
        trio.activities.complete(Call.of(ada), activities().get(0).id(), new Completion(null, null, null, null));
        assertThrows(CrmException.class, () -> trio.crm.undos().undo(ann, lost.undo().token()));
        assertEquals("done", activities().get(0).state());
    }

    @Test
    public void P19_the_place_in_the_column_comes_back() {
        long upper = make("Upper");
        List<Long> before = column();
        Answer<Opportunity> moved = move(ann, QUALIFIED);
        trio.crm.undos().undo(ann, moved.undo().token());
        assertEquals(before.indexOf(upper) + 1, before.indexOf(card));
        assertEquals(before, column());
    }

    @Test
    public void P19_undo_against_a_concurrent_move_has_exactly_one_winner() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 8; round++) {
                long id = make("Round " + round);
                Answer<Opportunity> moved = trio.opportunities.move(Call.of(ann), id, MoveRequest.to(QUALIFIED));
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Boolean> undo = clients.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    try {
                        trio.crm.undos().undo(ann, moved.undo().token());
                        return true;
                    } catch (CrmException e) {
                        assertEquals(CrmException.Kind.VERSION_CONFLICT, e.kind());
                        return false;
                    }
                });
                Future<Opportunity> other = clients.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    return trio.opportunities.move(Call.of(ada), id, MoveRequest.to(PROPOSITION)).value();
                });
                boolean undone = undo.get(60, TimeUnit.SECONDS);
                other.get(60, TimeUnit.SECONDS);
                List<String> causes = trio.opportunities.history(ada, id).stream().map(HistoryEntry::cause).toList();
                assertEquals(undone, causes.contains("undo"));
                assertEquals(PROPOSITION, trio.opportunities.get(ada, id).stageId());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private long make(String name) {
        return trio.opportunities.create(Call.of(ann), NewOpportunity.named(name)).value().id();
    }

    private Answer<Opportunity> move(Actor actor, long stage) {
        return trio.opportunities.move(Call.of(actor), card, MoveRequest.to(stage));
    }

    /** The cards in New from the top. */
    private static List<Long> column() {
        return trio.boards.board(trio.actor(4), new ListQuery(80, null, null, false, Map.of())).columns().get(0).items()
                .stream().map(BoardCard::id).toList();
    }

    private void schedule(String summary) {
        trio.activities.schedule(ann, new NewActivity(RecordRef.opportunity(card), activities().get(0).type().id(), summary,
                null, null, null));
    }

    private Opportunity get() {
        return trio.opportunities.get(ada, card);
    }

    private List<Activity> activities() {
        List<Activity> all = new ArrayList<>(trio.activities.list(ada, new ListQuery(100, null, null, false,
                Map.of("record", List.of("opportunity:" + card)))).items());
        all.sort(java.util.Comparator.comparingLong(Activity::id));
        return all;
    }

    /** All but the version. */
    private void assertAsBefore(Opportunity before) {
        Opportunity now = get();
        assertEquals(before, new Opportunity(now.id(), before.version(), now.name(), now.stageId(), now.stageKind(), now.stage(),
                now.outcome(), now.probability(), now.probabilityManual(), now.expectedRevenue(), now.customer(), now.email(),
                now.phone(), now.salesperson(), now.team(), now.priority(), now.expectedClosing(), now.closedAt(),
                now.closedBy(), now.lostReason(), now.proposedReason(), now.closingNote(), now.description(), now.tags(),
                now.nextActivity(), now.activityState(), now.ribbon(), now.createdAt(), now.createdBy(), now.stageSince(),
                now.externalId(), now.can()));
    }

    private void assertActivitiesAsBefore(List<Activity> before) {
        assertEquals(before.stream().map(UndoTest::told).toList(), activities().stream().map(UndoTest::told).toList());
    }

    private static String told(Activity activity) {
        return activity.id() + " " + activity.summary() + " " + activity.state() + " " + activity.dueDate() + " "
                + activity.assignee() + " " + activity.role() + " " + activity.feedback() + " " + activity.completedAt();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
