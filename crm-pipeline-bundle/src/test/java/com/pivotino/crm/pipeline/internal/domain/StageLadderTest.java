package com.pivotino.crm.pipeline.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.pipeline.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class StageLadderTest {
    private static final Long TEAM = 7L;
    private static final Long OTHER = 8L;

    private final Stage fresh = stage(1, "new", 10, null);
    private final Stage first = stage(2, "first_activity", 20, null);
    private final Stage qualified = stage(3, "normal", 30, null);
    private final Stage proposition = stage(4, "normal", 40, null);
    private final Stage won = stage(5, "won", 50, null);
    private final Stage lost = stage(6, "lost", 60, null);

    @Test
    public void P2_default_pipeline_is_sound() {
        ladder().requireSound();
    }

    @Test
    public void P2_exactly_one_new_stage() {
        assertUnsound("one_new", without(fresh));
        assertUnsound("one_new", with(stage(9, "new", 15, null)));
    }

    @Test
    public void P2_at_most_one_first_activity_stage() {
        assertUnsound("one_first_activity", with(stage(9, "first_activity", 25, null)));
        without(first).requireSound();
    }

    @Test
    public void P2_at_least_one_won_and_one_lost_stage() {
        assertUnsound("won_needed", without(won));
        assertUnsound("lost_needed", without(lost));
        with(stage(9, "won", 55, null), stage(10, "lost", 70, null)).requireSound();
    }

    @Test
    public void P2_holds_for_every_team_board() {
        assertUnsound("one_new", with(stage(9, "new", 5, TEAM)));
        assertUnsound("one_first_activity", with(stage(9, "first_activity", 5, TEAM)));
        with(stage(9, "won", 45, TEAM), stage(10, "normal", 45, OTHER)).requireSound();
    }

    @Test
    public void P2_archived_stages_do_not_count() {
        Stage archived = new Stage(9, 1, "Old", "new", 5, 0, null, false, null, false);
        with(archived).requireSound();
    }

    @Test
    public void P3_order_is_by_sequence_then_id() {
        StageLadder ladder = new StageLadder(List.of(lost, stage(9, "normal", 30, null), qualified, fresh));
        assertEquals(List.of(1L, 3L, 9L, 6L), ladder.all().stream().map(Stage::id).toList());
    }

    @Test
    public void P3_team_sees_common_stages_and_its_own() {
        StageLadder ladder = with(stage(9, "normal", 35, TEAM), stage(10, "normal", 36, OTHER));
        assertTrue(ladder.visibleTo(TEAM).stream().anyMatch(s -> s.id() == 9));
        assertTrue(ladder.visibleTo(TEAM).stream().noneMatch(s -> s.id() == 10));
        assertEquals(6, ladder.visibleTo(null).size());
        assertEquals("other_team", refusal(() -> ladder.enterable(10L, TEAM)));
        assertEquals("other_team", refusal(() -> ladder.enterable(9L, null)));
        assertEquals("unknown", refusal(() -> ladder.enterable(99L, TEAM)));
        assertEquals("required", refusal(() -> ladder.enterable(null, TEAM)));
    }

    @Test
    public void P3_nearest_stage_of_same_kind_lower_one_on_a_tie() {
        assertEquals(qualified, ladder().nearest("normal", 35, null));
        assertEquals(proposition, ladder().nearest("normal", 36, null));
        assertEquals(won, ladder().nearest("won", 1, null));
    }

    @Test
    public void P3_without_a_stage_of_the_kind_the_nearest_open_one() {
        assertEquals(fresh, without(first).nearest("first_activity", 20, null));
    }

    @Test
    public void P9_first_activity_leads_to_its_stage_or_to_the_next_open_one() {
        assertEquals(first, ladder().afterFirstActivity(fresh, null).orElseThrow());
        assertEquals(qualified, without(first).afterFirstActivity(fresh, null).orElseThrow());
        assertTrue(without(first, qualified, proposition).afterFirstActivity(fresh, null).isEmpty());
    }

    @Test
    public void P13_first_won_stage_above_else_nearest_below() {
        Stage early = stage(9, "won", 35, null);
        Stage late = stage(10, "won", 55, null);
        StageLadder ladder = with(early, late);
        assertEquals(early, ladder.wonFrom(qualified, null));
        assertEquals(won, ladder.wonFrom(proposition, null));
        assertEquals(late, ladder.wonFrom(lost, null));
        assertEquals(early, with(early).wonFrom(qualified, null));
        assertEquals(won, with(early).wonFrom(lost, null));
    }

    @Test
    public void P16_restore_leads_to_the_last_open_stage_or_the_one_that_stands_for_it() {
        assertEquals(proposition, ladder().restoreTo(new LastOpenStage(4, "normal", 40), null));
        assertEquals(qualified, without(proposition).restoreTo(new LastOpenStage(4, "normal", 40), null));
        StageLadder ofTeam = with(stage(9, "normal", 31, TEAM));
        assertEquals(9, ofTeam.restoreTo(new LastOpenStage(9, "normal", 31), TEAM).id());
        assertEquals(qualified, ofTeam.restoreTo(new LastOpenStage(9, "normal", 31), OTHER));
        assertEquals(fresh, ladder().restoreTo(null, null));
    }

    private static Stage stage(long id, String kind, int sequence, Long team) {
        return new Stage(id, 1, "Stage " + id, kind, sequence, 50, team, false, null, true);
    }

    private StageLadder ladder() {
        return with();
    }

    private StageLadder with(Stage... more) {
        List<Stage> all = new ArrayList<>(List.of(fresh, first, qualified, proposition, won, lost));
        all.addAll(Arrays.asList(more));
        return new StageLadder(all);
    }

    private StageLadder without(Stage... gone) {
        List<Stage> all = new ArrayList<>(ladder().all());
        all.removeAll(Arrays.asList(gone));
        return new StageLadder(all);
    }

    private static void assertUnsound(String code, StageLadder ladder) {
        assertEquals(code, refusal(ladder::requireSound));
    }

    private static String refusal(org.junit.function.ThrowingRunnable call) {
        CrmException refused = assertThrows(CrmException.class, call);
        assertEquals("validation_failed", refused.code());
        return refused.fields().get(0).code();
    }
}
