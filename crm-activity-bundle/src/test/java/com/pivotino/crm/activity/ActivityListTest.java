package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.activity.internal.integrity.ActivityIntegrity;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivitySummary;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.Test;

/** Lists, the menu's figures and who sees what (SEMANTICS A5, A13), on both databases. */
public class ActivityListTest extends OnWorld {

    @Test
    public void A5_one_date_is_three_states_in_three_zones_at_one_instant() {
        world.zone(World.ANN, "Pacific/Kiritimati");
        world.zone(World.BOB, "Pacific/Honolulu");
        RecordRef card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.NEW, false);
        world.follow(card, World.EVE);
        Activity ann = dueFor(World.ANN.id(), card);
        Activity bob = dueFor(World.BOB.id(), card);
        Activity eve = dueFor(World.EVE.id(), card);
        world.crm.clock().set(Instant.parse("2026-06-04T10:30:00Z"));
        assertEquals("overdue", states("overdue", "today", "planned", ann));
        assertEquals("today", states("overdue", "today", "planned", eve));
        assertEquals("today", states("overdue", "today", "planned", bob));
        world.crm.clock().set(Instant.parse("2026-06-04T09:59:59Z"));
        assertEquals("planned", states("overdue", "today", "planned", bob));
        assertEquals("today", states("overdue", "today", "planned", ann));
    }

    @Test
    public void A5_a_new_zone_judges_open_activities_anew() {
        RecordRef card = world.card();
        Activity activity = world.plan(world.ann(), card, "Call", "2026-06-03");
        world.crm.clock().set(Instant.parse("2026-06-03T23:30:00Z"));
        assertEquals("today", world.activities.get(world.ann(), activity.id()).state());
        world.moveToZone(World.ANN, "Asia/Tokyo");
        assertEquals("overdue", world.activities.get(world.ann(), activity.id()).state());
        assertEquals(1, world.activities.summary(world.ann(), null).overdue());
    }

    @Test
    public void A5_the_systems_zone_is_that_of_who_has_none() {
        world.zone(World.BOB, "Europe/London");
        RecordRef card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.NEW, false);
        Activity anns = dueFor(World.ANN.id(), card);
        Activity bobs = dueFor(World.BOB.id(), card);
        world.crm.clock().set(Instant.parse("2026-06-04T12:00:00Z"));
        world.moveSystemTo("Pacific/Kiritimati");
        assertEquals("overdue", states("overdue", "today", "planned", world.activities.get(world.ann(), anns.id())));
        Activity untouched = world.activities.get(world.bob(), bobs.id());
        assertEquals(List.of("today", bobs.version()), List.of(untouched.state(), untouched.version()));
    }

    @Test
    public void those_of_a_customer_are_the_activities_of_its_opportunities() {
        NamedRef acme = new NamedRef(50, "Acme");
        RecordRef theirs = world.cards.worth(world.ann(), World.ANN, null, acme);
        RecordRef others = world.cards.worth(world.ann(), World.ANN, null, new NamedRef(51, "Acme"));
        Activity call = world.plan(world.ann(), theirs, "Call", "2026-06-03");
        world.plan(world.ann(), others, "Not theirs", "2026-06-03");
        assertEquals(List.of(call.id()), world.list(world.ann(), "customer=50").stream().map(Activity::id).toList());
        assertEquals(0, world.list(world.ann(), "customer=52").size());
        assertEquals("customer", assertThrows(CrmException.class, () -> world.list(world.ann(), "customer=x")).fields().get(0).field());
    }

    @Test
    public void A13_every_figure_of_the_menu_is_the_number_of_rows_behind_it() {
        RecordRef card = world.card();
        world.plan(world.ann(), card, "Late", "2026-06-01");
        world.plan(world.ann(), card, "Later still", "2026-06-02");
        world.plan(world.ann(), card, "Now", "2026-06-03");
        world.activities.cancel(Call.of(world.ann()), world.plan(world.ann(), card, "Never", null).id(), new Cancellation(null));
        RecordRef bobs = world.cards.create(world.bob(), World.BOB, World.SALES, Cards.NEW, true);
        ActivitySummary mine = world.activities.summary(world.ann(), null);
        assertEquals(List.of(2L, 1L, 1L), List.of(mine.overdue(), mine.today(), mine.planned()));
        for (String state : List.of("overdue", "today", "planned")) {
            long figure = state.equals("overdue") ? mine.overdue() : state.equals("today") ? mine.today() : mine.planned();
            assertEquals(state, figure, world.list(world.ann(), "assignee=me", "state=" + state).size());
        }
        assertEquals(List.of("call", "todo"), mine.byType().stream().map(t -> t.type().key()).sorted().toList());
        assertEquals(2, world.activities.summary(world.ann(), "readable").planned());
        assertEquals(2, world.list(world.ann(), "state=planned").size());
        assertEquals(1, world.list(world.ann(), "record=" + bobs).size());
    }

    @Test
    public void A13_the_menu_and_its_rows_agree_after_changes_at_once() throws Exception {
        RecordRef card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(world.planForTeam(world.ann(), card, "Call " + i, "2026-06-0" + (i % 5 + 1)).id());
        }
        ExecutorService pool = Executors.newFixedThreadPool(3);
        for (int phase = 0; phase < 6; phase++) {
            List<Future<?>> changes = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                Random random = new Random(phase * 3 + thread);
                changes.add(pool.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        change(ids.get(random.nextInt(ids.size())), random);
                    }
                }));
            }
            for (Future<?> change : changes) {
                change.get(120, TimeUnit.SECONDS);
            }
            agree(world.ann());
            agree(world.bob());
        }
        pool.shutdown();
    }

    private static void change(long id, Random random) {
        Actor actor = random.nextBoolean() ? world.ann() : world.bob();
        try {
            switch (random.nextInt(6)) {
                case 0 -> world.work.claim(actor, id);
                case 1 -> world.work.release(world.ann(), id);
                case 2 -> world.activities.complete(Call.of(world.ann()), id, Completion.plain());
                case 3 -> world.planForTeam(world.ann(), world.activities.get(world.ann(), id).record(), "New", "2026-06-03");
                default -> world.activities.edit(Call.of(world.ann()), id, new MergePatch(Map.of("typeId", 1 + random.nextInt(3),
                        "dueDate", "2026-06-0" + (1 + random.nextInt(6)))));
            }
        } catch (CrmException refused) {
            assertTrue(refused.code(), Set.of("already_claimed", "conflict", "forbidden").contains(refused.code()));
        }
    }

    /** Every figure, by state and type, is the number of rows that its filters give. */
    private static void agree(Actor actor) {
        ActivitySummary menu = world.activities.summary(actor, null);
        for (String state : List.of("overdue", "today", "planned")) {
            assertEquals(menu.toString(), figure(state, menu.overdue(), menu.today(), menu.planned()),
                    world.list(actor, "assignee=me", "state=" + state).size());
            for (ActivitySummary.TypeCount type : menu.byType()) {
                assertEquals(menu.toString(), figure(state, type.overdue(), type.today(), type.planned()),
                        world.list(actor, "assignee=me", "state=" + state, "type=" + type.type().id()).size());
            }
        }
    }

    private static long figure(String state, long overdue, long today, long planned) {
        return state.equals("overdue") ? overdue : state.equals("today") ? today : planned;
    }

    @Test
    public void lists_hold_what_the_caller_may_read_and_nothing_else() {
        RecordRef anns = world.card();
        RecordRef team = world.cards.create(world.bob(), World.BOB, World.SALES, Cards.NEW, true);
        assertEquals(Set.of(anns, team), records(world.ann()));
        assertEquals(Set.of(team), records(world.bob()));
        assertEquals(Set.of(), records(world.eve()));
        assertEquals(Set.of(anns, team), records(world.ada()));
        world.follow(anns, World.EVE);
        assertEquals(Set.of(anns), records(world.eve()));
        long first = world.first(anns).id();
        assertEquals("forbidden", refused(() -> world.activities.complete(Call.of(world.eve()), first, Completion.plain())));
        assertEquals("forbidden", refused(() -> world.plan(world.eve(), anns, "Call", null)));
        assertEquals("not_found", refused(() -> world.activities.complete(Call.of(world.bob()), first, Completion.plain())));
        assertEquals("not_found", refused(() -> world.plan(world.bob(), anns, "Call", null)));
        world.activities.schedule(world.ann(), new NewActivity(anns, World.CALL, "For Eve", null, null, 3L));
        world.unfollow(anns, World.EVE);
        assertEquals("her own stay, with their record's title", List.of("Deal " + anns.id()),
                world.list(world.eve()).stream().map(Activity::recordTitle).toList());
    }

    @Test
    public void A13_activities_are_listed_and_counted_for_who_reads_the_record_by_now() {
        RecordRef card = world.card();
        dueFor(1, card);
        assertEquals(Set.of(), records(world.eve()));
        world.cards.reassign(world.ann(), card, World.EVE);
        assertEquals(Set.of(card), records(world.eve()));
        assertEquals(2, world.activities.summary(world.eve(), "readable").planned());
        world.cards.reassign(world.ann(), card, null);
        assertEquals(Set.of(card), records(world.ann()));
        assertEquals(Set.of(), records(world.eve()));
        world.follow(card, World.EVE);
        assertEquals(Set.of(card), records(world.eve()));
        assertEquals(2, world.activities.summary(world.eve(), "readable").planned());
        world.unfollow(card, World.EVE);
        assertEquals(Set.of(), records(world.eve()));
        assertEquals(List.of(), world.crm.verify(new ActivityIntegrity(new SchemaReady() { })).stream()
                .filter(finding -> finding.contains("who may read its record")).toList());
    }

    @Test
    public void A13_many_records_that_are_only_followed_are_listed_like_few() {
        Set<RecordRef> cards = new HashSet<>();
        for (int i = 0; i < 203; i++) {
            RecordRef card = world.card();
            cards.add(card);
            world.follow(card, World.EVE);
        }
        assertEquals(203, world.activities.summary(world.eve(), "readable").planned());
        Page<Activity> first = world.activities.list(world.eve(), World.query(200, null));
        Set<RecordRef> listed = new HashSet<>();
        first.items().forEach(activity -> listed.add(activity.record()));
        world.activities.list(world.eve(), World.query(200, first.next())).items().forEach(a -> listed.add(a.record()));
        assertEquals(cards, listed);
    }

    @Test
    public void pages_follow_each_other_without_gap_or_repetition_in_both_directions() {
        RecordRef card = world.card();
        for (int i = 0; i < 7; i++) {
            world.plan(world.ann(), card, "Call " + i, i % 2 == 0 ? "2026-06-10" : "2026-06-05");
        }
        List<Long> forwards = ids("dueDate");
        List<Long> backwards = ids("-dueDate");
        assertEquals(8, Set.copyOf(forwards).size());
        Collections.reverse(backwards);
        assertEquals(forwards, backwards);
        assertEquals(forwards, world.list(world.ann()).stream().map(Activity::id).toList());
        assertEquals(8L, world.activities.list(world.ann(), new ListQuery(2, null, null, true,
                Map.of())).total().longValue());
    }

    @Test
    public void filters_select_by_type_and_date_and_unknown_ones_are_refused() {
        RecordRef card = world.card();
        world.plan(world.ann(), card, "Early", "2026-06-05");
        world.plan(world.ann(), card, "Late", "2026-06-15");
        assertEquals(Set.of("Early", "Late"), World.summaries(world.list(world.ann(), "type=2")));
        assertEquals(Set.of("Early", "First activity"),
                World.summaries(world.list(world.ann(), "dueFrom=2026-06-05", "dueTo=2026-06-06")));
        assertEquals("unknown_field", refused(() -> world.list(world.ann(), "asignee=me")));
        assertEquals("validation_failed", refused(() -> world.list(world.ann(), "state=late")));
        assertEquals("validation_failed", refused(() -> world.list(world.ann(), "dueTo=soon")));
        assertEquals("validation_failed", refused(() -> world.activities.list(world.ann(), World.query(5, "eA", "type=2"))));
    }

    private static List<Long> ids(String sort) {
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<Activity> page = world.activities.list(world.ann(),
                    new ListQuery(3, cursor, sort, false, Map.of()));
            page.items().forEach(a -> ids.add(a.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private static Activity dueFor(long assignee, RecordRef card) {
        return world.activities.schedule(world.ann(), new NewActivity(card, World.CALL, "Call " + assignee, null,
                LocalDate.parse("2026-06-04"), assignee)).value();
    }

    /** The state of a row, which the filter of the same name must find too. */
    private static String states(String one, String two, String three, Activity activity) {
        String state = world.activities.get(world.ada(), activity.id()).state();
        for (String filter : List.of(one, two, three)) {
            boolean found = world.list(world.ada(), "state=" + filter).stream().anyMatch(a -> a.id() == activity.id());
            assertEquals(filter, state.equals(filter), found);
        }
        return state;
    }

    private static Set<RecordRef> records(Actor actor) {
        return world.list(actor).stream().map(Activity::record).collect(Collectors.toSet());
    }

    private static String refused(Supplier<?> call) {
        return assertThrows(CrmException.class, call::get).code();
    }
}
