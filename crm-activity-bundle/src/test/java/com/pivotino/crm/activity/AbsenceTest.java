package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What happens to opportunities while the bundle is away, and what it does when it is back. */
public class AbsenceTest extends OnEachDatabase {

    private World world;

    @Before
    public void leave() {
        world = new World(database);
        world.crm.remove(world.reaction);
    }

    @After
    public void close() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    public void A1_opportunities_made_while_it_was_away_get_their_first_activity() {
        RecordRef card = world.card();
        RecordRef lost = world.card();
        world.cards.lose(world.ann(), lost);
        assertEquals(List.of(), world.of(card));
        world.bring("activity.others", world.reaction, "pipeline.*");
        assertEquals("planned", only(card).state());
        assertEquals("cancelled", only(lost).state());
    }

    @Test
    public void A1_hearing_everything_again_changes_nothing() {
        world.bring("activity.others", world.reaction, "pipeline.*");
        RecordRef open = world.card();
        RecordRef moved = world.card();
        world.cards.move(world.ann(), moved, Cards.QUALIFIED);
        RecordRef lost = world.card();
        world.cards.lose(world.ann(), lost);
        List<Activity> before = List.of(only(open), only(moved), only(lost));
        world.bring("activity.others.again", world.reaction, "pipeline.*");
        assertEquals(before, List.of(only(open), only(moved), only(lost)));
        assertEquals("nothing is left to replay", 0L, world.missed());
    }

    @Test
    public void an_event_that_comes_before_those_missed_is_not_undone_by_them() {
        RecordRef card = world.card();
        world.bring("activity.others.live", world.reaction, "pipeline.StageChanged");
        world.cards.move(world.ann(), card, Cards.QUALIFIED);
        world.crm.remove(world.reaction);
        world.bring("activity.others", world.reaction, "pipeline.*");
        assertEquals("done", only(card).state());
    }

    @Test
    public void A7_without_who_keeps_files_they_are_refused_by_name_and_the_rest_goes_on() {
        world.bring("activity.others", world.reaction, "pipeline.*");
        RecordRef card = world.card();
        CrmException refusal = assertThrows(CrmException.class, () -> world.activities.schedule(world.ann(), new NewActivity(card,
                World.CALL, "Ring", null, null, null, null, null, null, List.of(7L))));
        assertEquals(List.of("attachmentIds", "unavailable"),
                List.of(refusal.fields().get(0).field(), refusal.fields().get(0).code()));
        Activity ring = world.plan(world.ann(), card, "Ring", null);
        assertEquals(List.of(), ring.attachments());
        assertEquals("attachmentIds", assertThrows(CrmException.class, () -> world.activities.edit(Call.of(world.ann()), ring.id(),
                Patches.of("attachmentIds", List.of(7)))).fields().get(0).field());
        assertEquals("nothing to take off", ring.version(), world.activities.edit(Call.of(world.ann()), ring.id(),
                Patches.of("attachmentIds", List.of())).value().version());
        world.activities.complete(Call.of(world.ann()), ring.id(), new Completion(null, null, null, null, List.of(7L)));
        List<ActivityCompleted> told = world.told(ActivityCompleted.class);
        assertEquals("for who is back later", List.of(7L), told.get(told.size() - 1).attachmentIds());
    }

    private Activity only(RecordRef card) {
        List<Activity> all = world.of(card);
        assertEquals(1, all.size());
        return all.get(0);
    }
}
