package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.testkit.Database;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What happens to opportunities while the bundle is away, and what it does when it is back. */
@RunWith(Parameterized.class)
public class AbsenceTest {

    @Parameters(name = "{0}")
    public static Database[] databases() {
        return Database.values();
    }

    @Parameter
    public Database database;

    private World world;

    @Before
    public void leave() {
        world = new World(database);
        world.crm.remove(world.opportunities);
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
        world.bring("activity.opportunities", world.opportunities, "pipeline.*");
        assertEquals("planned", only(card).state());
        assertEquals("cancelled", only(lost).state());
    }

    @Test
    public void A1_hearing_everything_again_changes_nothing() {
        world.bring("activity.opportunities", world.opportunities, "pipeline.*");
        RecordRef open = world.card();
        RecordRef moved = world.card();
        world.cards.move(world.ann(), moved, Cards.QUALIFIED);
        RecordRef lost = world.card();
        world.cards.lose(world.ann(), lost);
        List<Activity> before = List.of(only(open), only(moved), only(lost));
        world.bring("activity.opportunities.again", world.opportunities, "pipeline.*");
        assertEquals(before, List.of(only(open), only(moved), only(lost)));
        assertEquals("nothing is left to replay", 0L, world.missed());
    }

    @Test
    public void an_event_that_comes_before_those_missed_is_not_undone_by_them() {
        RecordRef card = world.card();
        world.bring("activity.opportunities.live", world.opportunities, "pipeline.StageChanged");
        world.cards.move(world.ann(), card, Cards.QUALIFIED);
        world.crm.remove(world.opportunities);
        world.bring("activity.opportunities", world.opportunities, "pipeline.*");
        assertEquals("done", only(card).state());
    }

    private Activity only(RecordRef card) {
        List<Activity> all = world.of(card);
        assertEquals(1, all.size());
        return all.get(0);
    }
}
