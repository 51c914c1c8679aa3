package com.pivotino.crm.activity.internal.domain;

import java.io.Serializable;
import java.util.Objects;

/** Identifies a {@link DayPlace}. */
public class DayKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private long userId;
    private long activityId;

    public DayKey() {
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayKey key && userId == key.userId && activityId == key.activityId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(userId, activityId);
    }
}
