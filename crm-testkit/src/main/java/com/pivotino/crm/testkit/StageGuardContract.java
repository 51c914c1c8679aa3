package com.pivotino.crm.testkit;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What every {@link StageGuard} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class StageGuardContract {

    /** The guard under test; always the same within one test. */
    protected abstract StageGuard guard();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** A move that it must let pass. */
    protected abstract StageMove allowed();

    /** A move that it must refuse. */
    protected abstract StageMove denied();

    @Test
    public void its_name_is_for_people_and_its_filters_name_something() {
        for (String name : List.of(StageGuard.NAME, StageGuard.STAGE, StageGuard.PIPELINE)) {
            Object value = properties().get(name);
            assertFalse(name + " is left out or says something", value != null && value.toString().isBlank());
        }
    }

    @Test
    public void it_allows_what_fits() {
        assertTrue(guard().check(allowed()).allowed());
    }

    @Test
    public void it_refuses_with_a_stable_code_and_a_sentence_for_the_user() {
        StageVerdict verdict = guard().check(denied());
        assertFalse(verdict.allowed());
        assertTrue("a code such as contract_missing", verdict.code().matches("[a-z][a-z0-9_.-]{0,59}"));
        assertTrue("one sentence", !verdict.message().isBlank() && verdict.message().length() <= 300);
        verdict.fields().forEach(field -> assertFalse("a field has a name", field.field().isBlank()));
    }

    @Test
    public void it_answers_about_the_least_that_a_move_can_be() {
        moves().forEach(move -> assertNotNull("Never null: " + move, guard().check(move)));
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(() -> moves().stream().map(guard()::check).toList());
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        for (StageMove move : moves()) {
            PluginChecks.quick("check()", () -> guard().check(move));
        }
    }

    private List<StageMove> moves() {
        List<StageMove> moves = new ArrayList<>(List.of(allowed(), denied()));
        moves.add(new StageMove(SampleOpportunity.minimal(), SampleOpportunity.stage(99, "unheard-of"), null, "api", null, null));
        moves.add(new StageMove(SampleOpportunity.full(), SampleOpportunity.stage(4, "proposition"), PersonRef.user(1), "drag",
                null, null));
        return moves;
    }
}
