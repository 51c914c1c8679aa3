package com.pivotino.crm.pipeline.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.NextActivity;
import com.pivotino.crm.api.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

public class OpportunityEntityTest {
    private static final Instant MAY = Instant.parse("2026-05-01T08:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");
    private final Stage fresh = stage(1, "new", 10, 10);
    private final Stage qualified = stage(3, "normal", 30, 40);
    private final Stage won = stage(5, "won", 50, 80);
    private final Stage signed = stage(9, "won", 55, 90);
    private final Stage lost = stage(6, "lost", 60, 5);
    private final Loss loss = new Loss(new LostReason(3, 1, "No budget", 10, true, false), "Hiring freeze", "Next year", "keep");
    private final OpportunityEntity card = new OpportunityEntity("Deal", fresh, 7L, MAY, MAY, Rank.FIRST);

    @Test
    public void P1_outcome_follows_the_kind_of_the_stage() {
        assertTrue(card.isOpen());
        card.win(fresh, won, JUNE, 7L, "c1");
        assertEquals("won", card.outcome());
        card.lose(won, lost, JUNE, 7L, "c2", loss);
        assertEquals("lost", card.outcome());
        card.restore(qualified, JULY);
        assertEquals("open", card.outcome());
        assertEquals("won", new OpportunityEntity("Deal", won, 7L, MAY, MAY, Rank.FIRST).outcome());
    }

    @Test
    public void P7_move_notes_since_when_and_how_long() {
        assertEquals(31 * 86_400, card.secondsInStage(JUNE));
        card.moveTo(qualified, JUNE);
        assertEquals(JUNE, card.stageSince());
        assertEquals(0, card.secondsInStage(MAY));
    }

    @Test
    public void P12_entering_a_stage_sets_its_probability() {
        assertEquals(10, card.probability());
        card.moveTo(qualified, JUNE);
        assertEquals(40, card.probability());
    }

    @Test
    public void P12_override_stays_among_open_stages_and_can_be_reset() {
        OpportunityField.writeProbability(card, 55L, 10);
        card.moveTo(qualified, JUNE);
        assertEquals(55, card.probability());
        assertEquals(55L, OpportunityField.PROBABILITY.read(card));
        OpportunityField.writeProbability(card, null, 40);
        assertEquals(40, card.probability());
        assertNull(OpportunityField.PROBABILITY.read(card));
    }

    @Test
    public void P12_closing_suspends_the_override_and_restoring_brings_it_back() {
        OpportunityField.writeProbability(card, 55L, 10);
        card.win(fresh, won, JUNE, 7L, "c1");
        assertEquals(100, card.probability());
        card.lose(won, lost, JUNE, 7L, "c2", loss);
        assertEquals(0, card.probability());
        OpportunityField.writeProbability(card, 60L, 5);
        assertEquals(0, card.probability());
        card.restore(qualified, JULY);
        assertEquals(60, card.probability());
    }

    @Test
    public void P13_moving_between_won_stages_keeps_the_closing_date() {
        card.win(fresh, won, JUNE, 7L, "c1");
        card.moveTo(signed, JULY);
        assertEquals(JUNE, card.closedAt());
        assertEquals(JULY, card.stageSince());
        assertEquals(100, card.probability());
    }

    @Test
    public void P14_losing_sets_the_closing_date_even_with_one_from_before() {
        card.win(fresh, won, JUNE, 7L, "c1");
        card.lose(won, lost, JULY, 8L, "c2", loss);
        assertEquals(JULY, card.closedAt());
        assertEquals(Long.valueOf(8), card.closedBy());
        assertEquals(Long.valueOf(3), card.lostReasonId());
        assertEquals("Hiring freeze", card.proposedReason());
    }

    @Test
    public void P16_restoring_empties_what_the_closing_set_and_remembers_the_last_open_stage() {
        card.moveTo(qualified, MAY);
        card.lose(qualified, lost, JUNE, 7L, "c1", loss);
        assertEquals("c1", card.closingCauseId());
        card.win(lost, won, JUNE, 7L, "c2");
        assertNull(card.lostReasonId());
        assertEquals(new LastOpenStage(3, "normal", 30), card.lastOpenStage());
        card.restore(qualified, JULY);
        assertNull(card.closedAt());
        assertNull(card.closedBy());
        assertNull(card.lostReasonId());
        assertNull(card.closingCauseId());
        assertFalse(card.isWon());
    }

    @Test
    public void P16_made_closed_it_has_no_last_open_stage() {
        OpportunityEntity imported = new OpportunityEntity("Deal", won, 7L, MAY, MAY, Rank.FIRST);
        imported.win(null, won, MAY, 7L, "c1");
        assertNull(imported.lastOpenStage());
    }

    @Test
    public void standing_weights_exactly_and_tells_nobody_and_no_amount_apart() {
        assertEquals(new BigDecimal("0.000000"), card.standing().weighted());
        assertEquals("", card.standing().currency());
        OpportunityField.EXPECTED_REVENUE.write(card, new Money(new BigDecimal("33.33"), "EUR"));
        OpportunityField.writeProbability(card, 33L, 10);
        OpportunityField.TEAM.write(card, 4L);
        assertEquals(new TotalsKey(0, 1, 4, 0, "EUR", new BigDecimal("33.330000"), new BigDecimal("10.998900")), card.standing());
    }

    @Test
    public void change_log_values_come_back_as_they_were() {
        for (Object[] pair : new Object[][] {{OpportunityField.NAME, "Deal"}, {OpportunityField.SALESPERSON, 7L},
                {OpportunityField.EXPECTED_CLOSING, LocalDate.of(2026, 6, 10)},
                {OpportunityField.EXPECTED_REVENUE, new Money(new BigDecimal("12.50"), "EUR")},
                {OpportunityField.TAGS, List.of("a", "b c")},
                {OpportunityField.PRIORITY, 2L}, {OpportunityField.TAGS, List.of()}}) {
            OpportunityField member = (OpportunityField) pair[0];
            assertEquals(pair[1], member.decode(member.encode(pair[1])));
            member.write(card, pair[1]);
            assertEquals(pair[1], member.read(card));
        }
        assertNull(OpportunityField.NAME.decode(OpportunityField.NAME.encode(null)));
    }

    @Test
    public void A5_state_is_overdue_before_today_before_planned_before_none() {
        NextActivity next = new NextActivity(1, LocalDate.of(2026, 6, 1), "Call", null);
        assertEquals("none", CardActivity.NONE.state(JUNE));
        assertEquals("planned", new CardActivity(next, JULY, JULY.plusSeconds(86_400)).state(JUNE));
        assertEquals("today", new CardActivity(next, JUNE, JULY).state(JUNE));
        assertEquals("overdue", new CardActivity(next, MAY, JUNE).state(JUNE));
    }

    private static Stage stage(long id, String kind, int sequence, int probability) {
        return new Stage(id, 1, "Stage " + id, kind, sequence, probability, null, false, null, true);
    }
}
