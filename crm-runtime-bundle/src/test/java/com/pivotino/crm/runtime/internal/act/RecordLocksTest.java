package com.pivotino.crm.runtime.internal.act;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.RecordRef;
import java.util.BitSet;
import org.junit.Test;

public class RecordLocksTest {

    /** Nodes of two versions must agree: these numbers may never change. */
    @Test
    public void stripes_are_the_same_for_ever() {
        assertEquals(204, RecordLocks.stripe(RecordRef.opportunity(1)));
        assertEquals(68, RecordLocks.stripe(new RecordRef("activity", 4711)));
    }

    @Test
    public void stripes_are_spread_evenly() {
        int[] counts = new int[RecordLocks.STRIPES];
        for (int id = 1; id <= 102_400; id++) {
            counts[RecordLocks.stripe(RecordRef.opportunity(id))]++;
        }
        BitSet used = new BitSet();
        for (int stripe = 0; stripe < counts.length; stripe++) {
            used.set(stripe, counts[stripe] > 0);
            assertTrue("stripe " + stripe + " has " + counts[stripe], counts[stripe] < 300);
        }
        assertEquals(RecordLocks.STRIPES, used.cardinality());
    }
}
