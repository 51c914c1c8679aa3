package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Versioned;
import java.util.List;

/**
 * People who sell together.
 *
 * @param leaderId    user who leads it, or null
 * @param memberIds   users in it, ascending
 * @param zone        IANA zone for members without one of their own (A5), or null for the system's
 * @param dueDays     days to set due for the team's activities (A4), or null for the system's
 * @param workingDays two letter days, {@code mo} to {@code su} (A4), empty for the system's
 */
public record Team(long id, long version, String name, Long leaderId, List<Long> memberIds, String zone,
        Integer dueDays, List<String> workingDays) implements Versioned {

    public Team {
        memberIds = List.copyOf(memberIds);
        workingDays = List.copyOf(workingDays);
    }

    /** A team that judges days as the system does. */
    public Team(long id, long version, String name, Long leaderId, List<Long> memberIds) {
        this(id, version, name, leaderId, memberIds, null, null, List.of());
    }
}
