package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.PersonRef;
import java.util.List;

/**
 * Who is to follow.
 *
 * @param person   required
 * @param subtypes what they hear of, or null for the defaults
 */
public record NewFollower(PersonRef person, List<String> subtypes) {
}
