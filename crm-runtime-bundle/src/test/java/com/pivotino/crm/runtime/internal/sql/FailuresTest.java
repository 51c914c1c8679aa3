package com.pivotino.crm.runtime.internal.sql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.Test;

public class FailuresTest {

    private static final class OwnWord extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OwnWord(Throwable cause) {
            super(cause);
        }
    }

    @Test
    public void deadlocks_are_lost_races_however_they_are_wrapped() {
        for (String state : new String[] {"40001", "40P01"}) {
            assertTrue(state, Failures.isLostRace(new OwnWord(new DatabaseException("x", new SQLException("x", state)))));
        }
        SQLException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("x", "40P01"));
        assertTrue(Failures.isLostRace(new RuntimeException(batch)));
        assertFalse(Failures.isLostRace(new RuntimeException(new SQLException("x", "42000"))));
    }

    @Test
    public void a_lock_that_is_not_to_be_had_in_time_is_told_as_unavailable_and_not_tried_again() {
        for (String state : new String[] {"55P03", "HYT00"}) {
            DatabaseException late = new DatabaseException("x", new SQLException("x", state));
            assertFalse(state, Failures.isLostRace(late));
            assertEquals(state, CrmException.Kind.UNAVAILABLE, ((CrmException) Failures.told(late)).kind());
        }
    }

    @Test
    public void a_taken_key_is_a_lost_race_unless_the_service_says_it_in_its_own_words() {
        SQLException taken = new SQLException("x", "23505");
        assertTrue(Failures.isLostRace(new DatabaseException("x", taken)));
        assertFalse(Failures.isLostRace(new OwnWord(taken)));
    }

    @Test
    public void what_a_service_throws_is_told_as_it_is() {
        RuntimeException own = new OwnWord(new SQLException("x", "40001"));
        assertSame(own, Failures.told(own));
        CrmException refused = CrmException.conflict("conflict", "x");
        assertSame(refused, Failures.told(refused));
    }

    @Test
    public void others_are_told_as_conflict_or_unavailable() {
        assertEquals(CrmException.Kind.CONFLICT,
                ((CrmException) Failures.told(new DatabaseException("x", new SQLException("x", "40001")))).kind());
        assertEquals(CrmException.Kind.UNAVAILABLE,
                ((CrmException) Failures.told(new DatabaseException("x", new SQLException("x", "08006")))).kind());
    }
}
