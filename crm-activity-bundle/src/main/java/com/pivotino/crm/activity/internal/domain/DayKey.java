package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;


/** Identifies a {@link DayPlace}. */
public class DayKey extends CompositeKey {

    private static final long serialVersionUID = 1L;

    private long userId;
    private long activityId;

    public DayKey() {
    }

    @Override
    protected List<?> parts() {
        return Arrays.asList(userId, activityId);
    }
}
