package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Versioned;
import java.util.List;

/**
 * People who sell together.
 *
 * @param leaderId  user who leads it, or null
 * @param memberIds users in it, ascending
 */
public record Team(long id, long version, String name, Long leaderId, List<Long> memberIds) implements Versioned {

    public Team {
        memberIds = List.copyOf(memberIds);
    }
}
