package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.internal.EventTail;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Durable listeners: order, cursors, back-off, parking, several nodes. */
@RunWith(Parameterized.class)
public class DeliveryTest {

    @EventType("testing.Numbered")
    public record Numbered(int number) {
    }

    @EventType("other.Thing")
    public record Other(String text) {
    }

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private final List<Integer> heard = new CopyOnWriteArrayList<>();
    private CrmHarness crm;

    public DeliveryTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void who_follows_the_log_hears_each_event_of_every_node_once_and_in_order() {
        act(crm, 0);
        List<Long> places = new ArrayList<>();
        EventTail.Following following = crm.tail().follow(events -> events.forEach(event -> {
            heard.add(event.body(Numbered.class).number());
            places.add(event.position());
        }));
        try (CrmHarness other = crm.node()) {
            for (int i = 1; i <= 600; i++) {
                act(i % 2 == 0 ? crm : other, i);
            }
            crm.deliverAll();
        }
        assertEquals(600, heard.size());
        assertEquals(heard, crm.tail().after(places.get(0) - 1, 1000).stream().map(e -> e.body(Numbered.class).number()).toList());
        following.close();
        act(crm, 601);
        crm.deliverAll();
        assertEquals("Nothing comes after the end", 600, heard.size());
        assertEquals(places.get(599) + 1, crm.tail().last());
    }

    @Test
    public void a_new_listener_hears_what_follows_in_order_and_only_its_types() {
        act(crm, 0);
        crm.listener("test", new String[] {"testing.*"}, hearing());
        for (int i = 1; i <= 250; i++) {
            act(crm, i);
        }
        act(crm, new Other("not for it"));
        assertEquals(250, crm.deliverAll());
        assertEquals(numbers(1, 250), heard);
        assertEquals(0, crm.deliverAll());
    }

    @Test
    public void one_that_begins_with_the_earliest_hears_all() {
        act(crm, 1);
        crm.earliestListener("test", new String[] {"*"}, hearing());
        act(crm, 2);
        crm.deliverAll();
        assertEquals(List.of(1, 2), heard);
    }

    @Test
    public void one_that_was_away_goes_on_at_its_cursor() {
        DomainEventListener first = hearing();
        crm.listener("test", new String[] {"testing.*"}, first);
        act(crm, 1);
        crm.deliverAll();
        crm.remove(first);
        act(crm, 2);
        crm.deliverAll();
        assertEquals(List.of(1), heard);
        crm.listener("test", new String[] {"testing.*"}, hearing());
        act(crm, 3);
        crm.deliverAll();
        assertEquals(List.of(1, 2, 3), heard);
    }

    @Test
    public void a_failing_delivery_is_tried_at_1s_10s_1min_10min_1h_then_parked_and_the_lane_goes_on() throws SQLException {
        List<Integer> tries = new ArrayList<>();
        crm.listener("test", new String[] {"testing.*"}, event -> {
            int number = event.body(Numbered.class).number();
            if (number == 1) {
                tries.add(1);
                throw new IllegalStateException("cannot");
            }
            heard.add(number);
        });
        act(crm, 1);
        act(crm, 2);
        crm.deliverAll();
        for (int seconds : new int[] {1, 10, 60, 600, 3600}) {
            int before = tries.size();
            crm.clock().advance(Duration.ofSeconds(seconds).minusMillis(1));
            crm.deliverAll();
            assertEquals("before " + seconds + " s", before, tries.size());
            crm.clock().advance(Duration.ofMillis(1));
            crm.deliverAll();
            assertEquals("after " + seconds + " s", before + 1, tries.size());
        }
        assertEquals(6, tries.size());
        assertEquals(List.of(2), heard);
        assertEquals(1, count("rt_parked"));
    }

    @Test
    public void one_listener_does_not_hold_up_another() {
        crm.listener("fails", new String[] {"*"}, event -> {
            throw new LinkageError("broken bundle");
        });
        crm.listener("works", new String[] {"*"}, hearing());
        act(crm, 1);
        crm.deliverAll();
        assertEquals(List.of(1), heard);
    }

    @Test
    public void events_that_commit_out_of_order_are_all_heard() throws Exception {
        crm.listener("test", new String[] {"testing.*"}, hearing());
        crm.transactions().begin();
        act(crm, 1);
        javax.transaction.Transaction slow = crm.transactions().suspend();
        act(crm, 2);
        crm.deliverAll();
        assertEquals(List.of(2), heard);
        crm.transactions().resume(slow);
        crm.transactions().commit();
        crm.deliverAll();
        assertEquals(List.of(2, 1), heard);
    }

    @Test
    public void two_nodes_deliver_each_event_once_and_in_order() {
        try (CrmHarness other = crm.node()) {
            crm.listener("test", new String[] {"testing.*"}, hearing());
            other.listener("test", new String[] {"testing.*"}, hearing());
            crm.startDelivery();
            other.startDelivery();
            for (int i = 1; i <= 100; i++) {
                act(i % 2 == 0 ? crm : other, i);
            }
            await("all are heard", () -> heard.size() >= 100);
            assertEquals(numbers(1, 100), heard);
        }
    }

    @Test
    public void a_node_that_stops_leaves_its_lanes_to_the_other() {
        CrmHarness other = crm.node();
        other.listener("test", new String[] {"testing.*"}, hearing());
        act(crm, 1);
        other.deliverAll();
        other.close();
        crm.listener("test", new String[] {"testing.*"}, hearing());
        act(crm, 2);
        crm.deliverAll();
        assertEquals(List.of(1, 2), heard);
    }

    @Test
    public void a_node_whose_lease_ran_out_moves_no_cursor() throws SQLException {
        try (CrmHarness other = crm.node()) {
            List<Integer> slow = new ArrayList<>();
            crm.listener("test", new String[] {"testing.*"}, event -> {
                slow.add(event.body(Numbered.class).number());
                if (slow.size() == 1) {
                    execute("UPDATE rt_cursor SET owner_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
                    other.listener("test", new String[] {"testing.*"}, hearing());
                    ExecutorService thread = Executors.newSingleThreadExecutor();
                    thread.submit(other::deliverAll).get(30, TimeUnit.SECONDS);
                    thread.shutdown();
                }
            });
            act(crm, 1);
            act(crm, 2);
            crm.deliverAll();
            act(crm, 3);
            crm.deliverAll();
            other.deliverAll();
            assertEquals("the new owner heard all", List.of(1, 2, 3), heard);
            assertTrue("the old one heard at most what was on its way: " + slow, slow.size() <= 2);
        }
    }

    private DomainEventListener hearing() {
        return event -> heard.add(event.body(Numbered.class).number());
    }

    private static void act(CrmHarness crm, int number) {
        act(crm, new Numbered(number));
    }

    private static DomainEvent act(CrmHarness crm, Record body) {
        RecordRef record = RecordRef.opportunity(7);
        return crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC)), tx -> tx.publish(record, body)).value();
    }

    private static List<Integer> numbers(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    public void a_listener_for_which_nothing_happens_is_told_to_be_behind_for_a_minute_only() throws SQLException {
        crm.listener("idle", new String[] {"other.*"}, event -> { });
        crm.deliverAll();
        act(crm, 1);
        act(crm, 2);
        crm.deliverAll();
        String behind = "rt_cursor WHERE listener_id = 'idle' AND position < (SELECT MAX(next_position) - 1 FROM rt_sequencer)";
        assertEquals(1, count(behind));
        crm.clock().advance(Duration.ofMinutes(1));
        crm.deliverAll();
        assertEquals(0, count(behind));
    }

    private int count(String table) throws SQLException {
        try (Connection connection = crm.dataSource().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = crm.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue("not in time: " + what, System.nanoTime() < deadline);
            Thread.onSpinWait();
        }
    }
}
