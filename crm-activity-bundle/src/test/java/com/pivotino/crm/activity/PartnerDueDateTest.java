package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityBulk;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.NewLaunch;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.event.DomainEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A partner's due dates (SEMANTICS A4, B2) wherever one is computed: before the act where it is ours, after it else. */
public class PartnerDueDateTest extends OnWorld {

    private static final long EMAIL = 3;
    /** Says eleven days after the base, and remembers what it was asked. */
    private final List<DueDateQuestion> asked = new CopyOnWriteArrayList<>();
    private final DueDatePolicy partner = question -> {
        asked.add(question);
        return Optional.of(new DueDate(question.base().plusDays(11), "Full moon."));
    };

    @Before
    public void come() {
        world.partners.addPolicy(partner, Map.of());
    }

    @After
    public void go() {
        world.partners.removePolicy(partner);
    }

    @Test
    public void A1_B2_the_first_activity_has_the_standard_date_at_once_and_the_partners_after_the_commit() {
        RecordRef card = world.card();
        assertEquals(List.of(LocalDate.parse("2026-06-06"), 0), List.of(world.first(card).dueDate(), asked.size()));
        world.crm.deliverAll();
        Activity first = world.first(card);
        assertEquals(List.of(LocalDate.parse("2026-06-14"), "Full moon.", "policy", 0),
                List.of(first.dueDate(), first.dueExplanation(), first.dueBasis().source(), first.postponed()));
        ActivityChanged told = world.told(ActivityChanged.class).get(0);
        assertEquals(List.of(new FieldChange("dueDate", "2026-06-06", "2026-06-14")), told.changes());
        assertEquals(first.dueDate(), told.activity().dueDate());
    }

    @Test
    public void B2_the_answer_is_taken_once_however_often_the_event_is_delivered() {
        RecordRef card = world.card();
        world.crm.deliverAll();
        Activity first = world.first(card);
        DomainEvent planned = world.told.stream().filter(e -> e.type().equals("activity.ActivityScheduled")).findFirst().orElseThrow();
        world.dueDates.on(planned);
        assertEquals(first, world.first(card));
        assertEquals(1, asked.size());
    }

    @Test
    public void B2_a_day_that_a_person_chose_meanwhile_stays_and_so_does_what_is_done() {
        RecordRef card = world.card();
        RecordRef other = world.card();
        world.activities.edit(Call.of(world.ann()), world.first(card).id(), Patches.of("dueDate", "2026-06-05"));
        world.activities.complete(Call.of(world.ann()), world.first(other).id(), Completion.plain());
        world.crm.deliverAll();
        assertEquals(LocalDate.parse("2026-06-05"), world.first(card).dueDate());
        assertEquals(LocalDate.parse("2026-06-06"), world.first(other).dueDate());
        assertEquals(0, asked.size());
    }

    @Test
    public void B2_without_a_partner_nothing_is_looked_at_and_a_broken_one_leaves_the_date() {
        world.partners.removePolicy(partner);
        RecordRef card = world.card();
        world.crm.deliverAll();
        Activity first = world.first(card);
        DueDatePolicy broken = question -> {
            throw new IllegalStateException("broken");
        };
        world.partners.addPolicy(broken, Map.of());
        RecordRef second = world.card();
        world.crm.deliverAll();
        world.partners.removePolicy(broken);
        DueDatePolicy absurd = question -> Optional.of(new DueDate(LocalDate.MAX, "x".repeat(100_000)));
        world.partners.addPolicy(absurd, Map.of());
        RecordRef third = world.card();
        world.crm.deliverAll();
        world.partners.removePolicy(absurd);
        assertEquals("a day out of range is no answer", LocalDate.parse("2026-06-06"), world.first(third).dueDate());
        assertEquals(first, world.first(card));
        assertEquals(LocalDate.parse("2026-06-06"), world.first(second).dueDate());
        assertEquals("questionnaire", world.first(second).dueBasis().source());
    }

    @Test
    public void A9_B2_what_a_cards_move_triggers_gets_it_after_the_commit_and_the_move_can_still_be_undone() {
        chainFirst();
        RecordRef card = world.card();
        world.crm.deliverAll();
        Answer<DomainEvent> moved = world.cards.moveUndoably(world.ann(), card, Cards.QUALIFIED);
        assertEquals(LocalDate.parse("2026-06-06"), open(card).dueDate());
        world.crm.deliverAll();
        assertEquals(LocalDate.parse("2026-06-14"), open(card).dueDate());
        world.crm.undos().undo(world.ann(), moved.undo().token());
        assertEquals(List.of("first"), world.of(card).stream().map(Activity::role).toList());
    }

    @Test
    public void A9_B2_what_a_person_changed_of_it_still_stands_in_the_way_of_the_undo() {
        chainFirst();
        RecordRef card = world.card();
        Answer<DomainEvent> moved = world.cards.moveUndoably(world.ann(), card, Cards.QUALIFIED);
        world.crm.deliverAll();
        world.activities.edit(Call.of(world.ann()), open(card).id(), Patches.of("dueDate", "2026-06-20"));
        assertEquals("version_conflict", assertThrows(CrmException.class,
                () -> world.crm.undos().undo(world.ann(), moved.undo().token())).code());
    }

    @Test
    public void A9_B2_what_follows_a_completion_is_asked_for_before_the_act() {
        chain(World.CALL, EMAIL);
        RecordRef card = world.cards.create(world.ann(), World.ANN, Cards.QUALIFIED, false);
        Activity call = world.plan(world.ann(), card, "Ring", "2026-06-04");
        world.activities.complete(Call.of(world.ann()), call.id(), Completion.plain());
        assertEquals(LocalDate.parse("2026-06-14"), open(card).dueDate());
        Activity named = world.plan(world.ann(), card, "Ring", "2026-06-04");
        NewActivity next = new NewActivity(null, World.TO_DO, "Then", null, null, null);
        world.activities.complete(Call.of(world.ann()), named.id(), new Completion(null, null, null, next));
        world.activities.schedule(world.ann(), new NewActivity(card, World.TO_DO, "Logged", null, null, null, null,
                new Completion(null, null, null, next), null));
        assertEquals(List.of("2026-06-14", "2026-06-14"), world.of(card).stream().filter(a -> a.summary().equals("Then"))
                .map(a -> a.dueDate().toString()).toList());
    }

    @Test
    public void A9_B2_bulk_asks_for_what_follows_each_before_the_act() {
        chain(World.CALL, EMAIL);
        RecordRef card = world.cards.create(world.ann(), World.ANN, Cards.QUALIFIED, false);
        RecordRef other = world.cards.create(world.ann(), World.ANN, Cards.QUALIFIED, false);
        List<Long> ids = List.of(world.plan(world.ann(), card, "Ring", "2026-06-04").id(),
                world.plan(world.ann(), other, "Ring", "2026-06-04").id());
        world.work.bulk(world.ann(), new ActivityBulk(ids, "done", null, null, null, null, null, null, null, null, null));
        assertEquals(List.of("Full moon.", "Full moon."), List.of(open(card).dueExplanation(), open(other).dueExplanation()));
        assertEquals(2, asked.size());
    }

    @Test
    public void B2_lines_of_a_plan_are_asked_for_and_count_from_what_was_said_of_the_line_before() {
        RecordRef card = world.cards.create(world.ann(), World.ANN, Cards.QUALIFIED, false);
        ActivityPlan plan = world.plans.create(world.ada(), Patches.of("name", "Welcome", "lines", List.of(
                Map.of("typeId", 2, "offset", 2), Map.of("typeId", 3, "offset", 1, "from", "previous"), Map.of("typeId", 1))));
        List<Activity> made = world.plans.launch(world.ann(), plan.id(), new NewLaunch(card, LocalDate.parse("2026-06-04")))
                .value().activities();
        assertEquals(List.of("2026-06-15", "2026-06-26", "2026-06-15"), made.stream().map(a -> a.dueDate().toString()).toList());
        assertEquals(3, asked.size());
        world.crm.deliverAll();
        assertEquals("what was asked is not asked again", 3, asked.size());
    }

    /** Whatever is done of the first's type is followed by an email. */
    private void chainFirst() {
        chain(World.TO_DO, EMAIL);
    }

    private void chain(long type, long next) {
        world.types.edit(Call.of(world.ada()), type, Patches.of("chaining", "trigger", "nextTypeIds", List.of((int) next)));
    }

    private static Activity open(RecordRef card) {
        return world.of(card).stream().filter(a -> a.completedAt() == null).findFirst().orElseThrow();
    }
}
