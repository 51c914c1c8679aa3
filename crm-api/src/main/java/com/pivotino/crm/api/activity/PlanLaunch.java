package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan that was started.
 *
 * @param planVersion the version that it was started in
 * @param date        what its lines counted from
 * @param activities  one for each line, in order
 */
public record PlanLaunch(NamedRef plan, long planVersion, RecordRef record, LocalDate date, List<Activity> activities) {

    public PlanLaunch {
        activities = List.copyOf(activities);
    }
}
