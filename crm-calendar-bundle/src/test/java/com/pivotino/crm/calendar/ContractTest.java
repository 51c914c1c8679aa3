package com.pivotino.crm.calendar;

import com.pivotino.crm.calendar.internal.rest.CalendarFeedResource;
import com.pivotino.crm.calendar.internal.rest.CalendarImportResource;
import com.pivotino.crm.calendar.internal.rest.CalendarPreferencesResource;
import com.pivotino.crm.calendar.internal.rest.EventResource;
import com.pivotino.crm.calendar.internal.rest.FreeBusyResource;
import com.pivotino.crm.calendar.internal.rest.ReminderResource;
import com.pivotino.crm.calendar.internal.rest.SharedCalendarResource;
import com.pivotino.crm.calendar.internal.rest.SlotResource;
import com.pivotino.crm.testkit.contract.RoutesAgainstContract;
import org.junit.Test;

public class ContractTest {

    @Test
    public void the_fragment_describes_exactly_the_routes_of_the_bundle() {
        RoutesAgainstContract.check("calendar", EventResource.class, ReminderResource.class, FreeBusyResource.class,
                SlotResource.class, CalendarPreferencesResource.class, CalendarFeedResource.class, SharedCalendarResource.class,
                CalendarImportResource.class);
    }
}
