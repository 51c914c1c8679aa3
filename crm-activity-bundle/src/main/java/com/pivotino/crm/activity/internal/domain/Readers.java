package com.pivotino.crm.activity.internal.domain;

import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/**
 * Who may read an activity by its record, kept with the activity: lists and counts of what somebody may read go by index, and
 * look at no record. Followers are asked for beside it. It follows the record.
 */
@Embeddable
public class Readers {

    /** The record's salesperson; while it has neither that nor a team, who made it. */
    @Column(name = "record_owner_id")
    private Long ownerId;
    @Column(name = "record_team_id")
    private Long teamId;

    protected Readers() {
    }

    Readers(Long ownerId, Long teamId) {
        this.ownerId = ownerId;
        this.teamId = teamId;
    }

    public Long ownerId() {
        return ownerId;
    }

    public Long teamId() {
        return teamId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readers readers && Objects.equals(ownerId, readers.ownerId)
                && Objects.equals(teamId, readers.teamId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ownerId, teamId);
    }
}
