package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.PersonRef;
import java.util.List;

/**
 * The request that adds a follower.
 *
 * @param person   required
 * @param subtypes what they hear of, or null for {@code copyFrom}
 * @param copyFrom the role whose template they get, or null for the template of their own role
 */
public record NewFollower(PersonRef person, List<String> subtypes, String copyFrom) {

    /** With the template of their own role where there are no subtypes. */
    public NewFollower(PersonRef person, List<String> subtypes) {
        this(person, subtypes, null);
    }
}
