package com.pivotino.crm.calendar.internal.integrity;

import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.api.module.IntegrityScan;
import com.pivotino.crm.api.module.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What must always hold of the calendar's rows. */
@Component(service = IntegrityCheck.class, property = IntegrityCheck.MODULE + "=calendar")
public final class CalendarIntegrity implements IntegrityCheck {

    @Activate
    public CalendarIntegrity(@Reference(target = "(crm.module=calendar)") SchemaReady schema) {
        // Only the schema has to be there.
    }

    @Override
    public void check(IntegrityScan scan) {
        scan.none("An event that a user leads has that user as its one organizer", "SELECT e.id, e.organizer_id FROM cal_event e WHERE"
                + " e.organizer_id IS NOT NULL AND 1 <> (SELECT COUNT(*) FROM cal_attendee a WHERE a.event_id = e.id"
                + " AND a.recurrence_id = '' AND a.organizer = TRUE AND a.who = CONCAT('user:', e.organizer_id))");
        scan.none("The index of calendars reaches as far as the event", "SELECT a.id, a.event_id FROM cal_attendee a JOIN cal_event e"
                + " ON e.id = a.event_id WHERE a.last_end <> e.last_end");
        scan.none("Single occurrences differ in series only", "SELECT o.event_id, o.recurrence_id FROM cal_override o JOIN cal_event e"
                + " ON e.id = o.event_id WHERE e.rrule IS NULL");
        scan.none("Nobody is reminded of a cancelled event", "SELECT s.event_id, s.who FROM cal_schedule s"
                + " JOIN cal_event e ON e.id = s.event_id WHERE e.cancelled_at IS NOT NULL AND s.next_at IS NOT NULL");
        scan.none("An activity has one event", "SELECT activity_id, COUNT(*) FROM cal_event WHERE activity_id IS NOT NULL"
                + " AND cancelled_at IS NULL GROUP BY activity_id HAVING COUNT(*) > 1");
        scan.none("A reminder that waits for nothing is not due", "SELECT d.id FROM cal_delivery d WHERE d.state <> 'PENDING'"
                + " AND d.due_at IS NOT NULL");
    }
}
