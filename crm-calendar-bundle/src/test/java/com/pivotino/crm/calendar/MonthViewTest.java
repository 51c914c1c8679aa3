package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.calendar.Occurrence;
import com.pivotino.crm.testkit.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.TransactionType;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Record;
import org.eclipse.persistence.sessions.SessionProfilerAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.Test;

/** A month of 200 recurring series takes a handful of queries, and finds them by index among many others (SEMANTICS R8). */
public class MonthViewTest extends OnWorld {

    private static final int SERIES = 200;

    /** Counts what goes to the database. */
    private static final class Counting extends SessionProfilerAdapter {

        private final AtomicInteger queries = new AtomicInteger();

        @Override
        public Object profileExecutionOfQuery(DatabaseQuery query, Record row, AbstractSession session) {
            queries.incrementAndGet();
            return session.internalExecuteQuery(query, (AbstractRecord) row);
        }
    }

    @Test
    public void R8_two_hundred_series_in_a_month_take_a_handful_of_queries() {
        for (int i = 0; i < SERIES; i++) {
            String time = String.format("2026-05-%02dT%02d:00", 1 + i % 28, 8 + i % 9);
            String end = time.replace(":00", ":30");
            world.create(world.ann(), "Series " + i, time, end, "Europe/Berlin", "rrule",
                    i % 2 == 0 ? "FREQ=WEEKLY" : "FREQ=MONTHLY;BYDAY=2TU,-1FR", "attendees", List.of(World.user(World.BOB)));
        }
        List<Occurrence> month = world.window(world.bob(), "2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z");
        assertTrue("each of them is there", month.stream().map(Occurrence::eventId).distinct().count() == SERIES);
        Counting counting = new Counting();
        read(em -> {
            em.unwrap(ServerSession.class).setProfiler(counting);
            return null;
        });
        assertEquals(month.size(), world.window(world.bob(), "2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z").size());
        read(em -> {
            em.unwrap(ServerSession.class).setProfiler(null);
            return null;
        });
        assertTrue("A handful of queries, not " + counting.queries, counting.queries.get() <= 6);
        if (Boolean.getBoolean("crm.figures")) {
            figures();
        }
    }

    /** What a reader waits for at the server, without HTTP; on a quiet machine (benchmarks/README.md). */
    private void figures() {
        double[] times = new double[200];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            world.window(world.bob(), "2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z");
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%s: month of %d series, ms: least %.1f, median %.1f, 95 %% %.1f%n", database, SERIES, times[0],
                times[times.length / 2], times[times.length * 95 / 100]);
    }

    @Test
    public void a_calendar_is_found_by_index_among_many() {
        if (database != Database.POSTGRESQL) {
            return;
        }
        String plan = read(em -> {
            em.createNativeQuery("INSERT INTO cal_event (id, version, uid, sequence_no, title, all_day, start_local, length_seconds, zone,"
                    + " first_start, last_end, created_at, changed_at, privacy, show_as, edits)"
                    + " SELECT 1000000 + n, 1, 'u' || n, 0, 'Old', FALSE, '2020-01-01T09:00', 3600, 'UTC', TIMESTAMP '2020-01-01 09:00:00',"
                    + " TIMESTAMP '2020-01-01 10:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-01-01 00:00:00', 'public',"
                    + " 'busy', ''"
                    + " FROM generate_series(1, 30000) n").executeUpdate();
            em.createNativeQuery("INSERT INTO cal_attendee (id, version, event_id, recurrence_id, who, organizer, answer, absent,"
                    + " own_reminders, invited, last_end) SELECT id, 1, id, '', 'user:' || (id % 50), TRUE, 'accepted', FALSE, FALSE,"
                    + " FALSE,"
                    + " last_end FROM cal_event WHERE id > 1000000").executeUpdate();
            em.createNativeQuery("ANALYZE cal_event").executeUpdate();
            em.createNativeQuery("ANALYZE cal_attendee").executeUpdate();
            return String.join("\n", lines(em.createNativeQuery("EXPLAIN SELECT * FROM cal_event e WHERE e.cancelled_at IS NULL AND"
                    + " e.first_start < TIMESTAMP '2026-07-01 00:00:00' AND e.id IN (SELECT a.event_id FROM cal_attendee a WHERE a.who IN"
                    + " ('user:7') AND a.last_end >= TIMESTAMP '2026-06-01 00:00:00' AND a.absent = FALSE)").getResultList()));
        });
        assertTrue(plan, plan.contains("cal_attendee_who") && !plan.contains("Seq Scan"));
        String due = read(em -> String.join("\n", lines(em.createNativeQuery("EXPLAIN SELECT d.id FROM cal_delivery d WHERE d.due_at <="
                + " TIMESTAMP '2026-06-01 00:00:00' ORDER BY d.due_at, d.id LIMIT 200").getResultList())));
        assertTrue(due, due.contains("cal_delivery_due") || due.contains("Seq Scan"));
    }

    private static List<String> lines(List<?> rows) {
        return rows.stream().map(String::valueOf).toList();
    }

    private static <T> T read(Function<EntityManager, T> work) {
        return world.crm.acts().read(() -> world.crm.jpa("crm-calendar").txExpr(TransactionType.Required, work::apply));
    }
}
