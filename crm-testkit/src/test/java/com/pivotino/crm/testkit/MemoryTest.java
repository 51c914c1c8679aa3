package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.internal.Memory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What is remembered is never older than the last commit on this node. */
public class MemoryTest {

    private static final Act ACT = Act.of(Actor.system(ZoneOffset.UTC));

    private final AtomicLong now = new AtomicLong(System.nanoTime());
    private final Memory memory = new Memory(now::get);
    private final Memory.Shelf<Integer, String> shelf = memory.shelf();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile String stored = "old";
    private CrmHarness crm;
    private Acts changes;

    @Before
    public void start() {
        crm = CrmHarness.start(Database.H2);
        changes = memory.watching(crm.acts());
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void a_value_is_read_once() {
        assertEquals("old", read());
        assertEquals("old", read());
        assertEquals(1, reads.get());
    }

    @Test
    public void of_several_only_what_is_missing_is_read() {
        read();
        assertEquals(Map.of(1, "old", 2, "new"), shelf.all(List.of(1, 2), missing -> {
            assertEquals(java.util.Set.of(2), missing);
            return Map.of(2, "new");
        }));
    }

    @Test
    public void an_act_reads_what_it_has_written_and_nobody_keeps_it_before_the_commit() {
        read();
        changes.run(ACT, tx -> {
            stored = "uncommitted";
            assertEquals("uncommitted", read());
            stored = "committed";
            return null;
        });
        assertEquals("committed", read());
        assertEquals(3, reads.get());
    }

    @Test
    public void what_was_read_before_a_change_is_not_kept_after_it() {
        String slow = shelf.one(1, key -> {
            String before = stored;
            changes.run(ACT, tx -> {
                stored = "new";
                return null;
            });
            return before;
        });
        assertEquals("old", slow);
        assertEquals("new", read());
    }

    @Test
    public void a_failed_change_ends_too() {
        assertThrows(IllegalStateException.class, () -> changes.run(ACT, tx -> {
            throw new IllegalStateException("no");
        }));
        assertEquals(true, changes.attempt(ACT, tx -> {
            throw new IllegalStateException("no");
        }).answer() == null);
        read();
        read();
        assertEquals(1, reads.get());
    }

    @Test
    public void a_change_by_another_node_is_seen_within_a_second() {
        read();
        stored = "theirs";
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        assertEquals("old", read());
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertEquals("theirs", read());
    }

    private String read() {
        return shelf.one(1, key -> {
            reads.incrementAndGet();
            return stored;
        });
    }
}
