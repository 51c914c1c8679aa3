package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.MyDay;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.RescheduleChoices.Choice;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.rest.MergePatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/** One's own day, putting things off, and logging what is over. */
public class MyDayTest extends OnWorld {

    private RecordRef card;

    @Before
    public void begin() {
        card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
    }

    @Test
    public void a_day_is_overdue_and_today_by_due_date_then_the_larger_amount() {
        RecordRef big = world.cards.worth(world.ann(), World.ANN, new Money(new BigDecimal("900.00"), "EUR"),
                new NamedRef(70, "Acme"));
        RecordRef small = world.cards.worth(world.ann(), World.ANN, new Money(new BigDecimal("100.00"), "EUR"), null);
        world.plan(world.ann(), card, "No amount", "2026-06-03");
        world.plan(world.ann(), small, "Small", "2026-06-03");
        world.plan(world.ann(), big, "Big", "2026-06-03");
        world.plan(world.ann(), small, "Late", "2026-06-01");
        world.plan(world.ann(), big, "Tomorrow", "2026-06-04");
        long done = world.plan(world.ann(), big, "Done", "2026-06-03").id();
        world.activities.complete(Call.of(world.ann()), done, Completion.plain());
        MyDay day = world.work.myDay(world.ann());
        assertEquals(List.of("Late", "Big", "Small", "No amount"), summaries(day));
        assertEquals(4, day.total());
        assertEquals(LocalDate.parse("2026-06-03"), day.date());
        MyDay.Item item = day.items().get(1);
        assertEquals(new NamedRef(70, "Acme"), item.customer());
        assertEquals("EUR", item.amount().currency());
        assertEquals("Qualified", item.stage());
        assertEquals("Deal " + big.id(), item.activity().recordTitle());
    }

    @Test
    public void the_order_by_hand_is_ones_own_and_stays_over_new_ones() {
        long one = world.plan(world.ann(), card, "One", "2026-06-01").id();
        long two = world.plan(world.ann(), card, "Two", "2026-06-02").id();
        long three = world.plan(world.ann(), card, "Three", "2026-06-03").id();
        long teams = world.planForTeam(world.ann(), card, "Teams", "2026-06-01").id();
        assertEquals(List.of("Three", "Two", "One", "Teams"),
                summaries(world.work.orderMyDay(world.ann(), List.of(three, two))));
        world.plan(world.ann(), card, "New", "2026-05-01");
        assertEquals(List.of("Three", "Two", "New", "One", "Teams"), summaries(world.work.myDay(world.ann())));
        assertEquals(List.of("Teams"), summaries(world.work.orderMyDay(world.bob(), List.of(teams))));
        assertEquals(List.of("New", "One", "Teams", "Two", "Three"),
                summaries(world.work.orderMyDay(world.ann(), List.of())));
        assertThrows(CrmException.class, () -> world.work.orderMyDay(world.bob(), List.of(one)));
    }

    @Test
    public void A13_of_a_record_that_one_may_not_read_only_the_title_is_told() {
        RecordRef secret = world.cards.worth(world.ann(), World.ANN, new Money(new BigDecimal("5.00"), "EUR"),
                new NamedRef(70, "Acme"));
        world.follow(secret, World.EVE);
        world.activities.schedule(world.ann(), new NewActivity(secret, World.CALL, "Hers", null,
                LocalDate.parse("2026-06-03"), World.EVE.id()));
        assertEquals("Qualified", world.work.myDay(world.eve()).items().get(0).stage());
        world.unfollow(secret, World.EVE);
        MyDay.Item item = world.work.myDay(world.eve()).items().get(0);
        assertEquals("Deal " + secret.id(), item.activity().recordTitle());
        assertNull(item.amount());
        assertNull(item.customer());
        assertNull(item.stage());
    }

    @Test
    public void A6_putting_off_is_counted_and_a_past_date_is_allowed_with_a_warning() {
        long id = world.plan(world.ann(), card, "Call", "2026-06-03").id();
        assertEquals(1, move(id, "2026-06-05").value().postponed());
        assertEquals(1, move(id, "2026-06-04").value().postponed());
        var past = move(id, "2026-06-01");
        assertEquals("overdue", past.value().state());
        assertEquals("warning", past.effects().get(0).type());
        assertEquals(2, move(id, "2026-06-09").value().postponed());
    }

    @Test
    public void later_days_are_never_past_and_are_worked_where_business_days_count() {
        long late = world.plan(world.ann(), card, "Call", "2026-05-01").id();
        assertEquals(List.of(new Choice("day", LocalDate.parse("2026-06-04")),
                new Choice("monday", LocalDate.parse("2026-06-08")), new Choice("week", LocalDate.parse("2026-06-10"))),
                world.work.rescheduleChoices(world.ann(), late).choices());
        world.settings.change(s -> new Settings(true, 3, Map.of(), "business", s.zone(), "EUR",
                List.of(LocalDate.parse("2026-06-08")), s.workingDays(), 10, null));
        long friday = world.plan(world.ann(), card, "Call", "2026-06-05").id();
        assertEquals(List.of(new Choice("day", LocalDate.parse("2026-06-09")),
                new Choice("week", LocalDate.parse("2026-06-12"))),
                world.work.rescheduleChoices(world.ann(), friday).choices());
    }

    @Test
    public void A7_what_is_over_is_logged_in_one_step_with_one_event() {
        world.told.clear();
        Activity logged = log(card, new Completion("They like it", null, 12, null), Instant.parse("2026-06-01T15:00:00Z"));
        assertEquals("done", logged.state());
        assertEquals(Instant.parse("2026-06-01T15:00:00Z"), logged.completedAt());
        assertEquals(LocalDate.parse("2026-06-01"), logged.dueDate());
        assertEquals(Integer.valueOf(12), logged.durationMinutes());
        assertEquals(1, world.told(ActivityCompleted.class).size());
        assertEquals(0, world.told(ActivityScheduled.class).size());
        assertThrows(CrmException.class, () -> log(card, null, Instant.parse("2026-06-03T10:00:01Z")));
    }

    @Test
    public void P9_a_logged_one_moves_the_card_only_if_it_is_the_first() {
        RecordRef fresh = world.card();
        log(fresh, Completion.plain(), null);
        assertEquals("the planned first one waits still", Cards.NEW, world.cards.stage(fresh));
        world.activities.cancel(Call.of(world.ann()), world.first(fresh).id(), new Cancellation(null));
        assertEquals("first", log(fresh, Completion.plain(), null).role());
        assertEquals(Cards.FIRST_ACTIVITY, world.cards.stage(fresh));
    }

    private static Activity log(RecordRef on, Completion done, Instant at) {
        return world.activities.schedule(world.ann(), new NewActivity(on, World.CALL, "Rang", null, null, null, null, done,
                at)).value();
    }

    private static Answer<Activity> move(long id, String date) {
        return world.activities.edit(Call.of(world.ann()), id, new MergePatch(Map.of("dueDate", date)));
    }

    private static List<String> summaries(MyDay day) {
        return day.items().stream().map(item -> item.activity().summary()).toList();
    }
}
