package com.pivotino.crm.activity;

import com.pivotino.crm.activity.internal.rest.ActivityPlanResource;
import com.pivotino.crm.activity.internal.rest.ActivityResource;
import com.pivotino.crm.activity.internal.rest.ActivityTypeResource;
import com.pivotino.crm.activity.internal.rest.WorkResource;
import com.pivotino.crm.testkit.contract.RoutesAgainstContract;
import org.junit.Test;

public class ContractTest {

    @Test
    public void the_fragment_describes_exactly_the_routes_of_the_bundle() {
        RoutesAgainstContract.check("activity", ActivityResource.class, ActivityTypeResource.class, WorkResource.class,
                ActivityPlanResource.class);
    }
}
