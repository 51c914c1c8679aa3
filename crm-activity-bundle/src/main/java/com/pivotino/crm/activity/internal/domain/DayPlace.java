package com.pivotino.crm.activity.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Where somebody wants to have an activity in their own day; goes with the activity. */
@Entity
@Table(name = "ac_day_order")
@IdClass(DayKey.class)
public class DayPlace {

    @Id
    @Column(name = "user_id")
    private long userId;
    @Id
    @Column(name = "activity_id")
    private long activityId;
    private int place;

    protected DayPlace() {
    }

    public DayPlace(long userId, long activityId, int place) {
        this.userId = userId;
        this.activityId = activityId;
        this.place = place;
    }

    public long activityId() {
        return activityId;
    }

    public int place() {
        return place;
    }
}
