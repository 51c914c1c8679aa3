package com.pivotino.crm.activity;

import com.pivotino.crm.activity.internal.standard.StandardDueDates;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.testkit.DueDatePolicyContract;
import java.util.Map;

/** Our own policy keeps the contract of all policies. */
public class StandardDueDatesTest extends DueDatePolicyContract {

    @Override
    protected DueDatePolicy policy() {
        return new StandardDueDates();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("service.ranking", -100);
    }
}
