package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.NEW;
import static com.pivotino.crm.chatter.World.QUALIFIED;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The feed of what happened while the bundle was away. */
public class AbsenceTest extends OnEachDatabase {

    private World world;

    @Before
    public void open() {
        world = new World(database);
    }

    @After
    public void close() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    public void what_was_missed_is_written_later_at_its_own_time_and_order() {
        RecordRef before = world.card(ANN, ANN);
        Instant begin = world.crm.clock().instant();
        world.go();
        world.crm.clock().advance(Duration.ofMinutes(1));
        RecordRef card = world.card(ANN, BOB);
        world.crm.clock().advance(Duration.ofMinutes(1));
        world.act(BOB, card, new StageChanged(world.state(card, QUALIFIED, ANN, BOB), NEW, true, 60));
        world.act(BOB, before, new StageChanged(world.state(before, QUALIFIED, ANN, ANN), NEW, true, 120));
        world.crm.clock().advance(Duration.ofHours(1));
        world.come("");

        assertEquals(List.of("stage_changed", "field_changes"), subtypes(card));
        assertEquals(List.of(begin.plusSeconds(120), begin.plusSeconds(60)),
                world.feed(ANN, card).stream().map(FeedEntry::at).toList());
        assertEquals(List.of("stage_changed", "field_changes"), subtypes(before));
        assertEquals(List.of("Ann", "Bob"), world.followerNames(card));
    }

    @Test
    public void hearing_everything_again_writes_nothing_twice() {
        RecordRef card = world.card(ANN, BOB);
        world.act(BOB, card, new StageChanged(world.state(card, QUALIFIED, ANN, BOB), NEW, true, 60));
        List<FeedEntry> before = world.feed(ANN, card);
        world.go();
        world.come(".again");
        assertEquals(before, world.feed(ANN, card));
        assertEquals(2, world.followers(card).size());
    }

    private List<String> subtypes(RecordRef card) {
        return world.feed(ANN, card).stream().map(FeedEntry::subtype).toList();
    }
}
