package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Working off activities: a team's, many at once, and one's own day. Permissions are those of {@link ActivityService}. */
@ProviderType
public interface ActivityWorkService {

    /**
     * Gives a team's activity to the caller, who must be of that team ({@code forbidden}). One's own is answered as it is,
     * without effect; one that somebody else has is {@code already_claimed} with {@code claimedBy}; one of no team, or
     * ended, is {@code conflict}.
     */
    Answer<Activity> claim(Actor actor, long id);

    /** Gives an activity back to the team that it was planned for; one that waits already is answered without effect. */
    Answer<Activity> release(Actor actor, long id);

    /**
     * Does one thing to many in one act with one cause id. Unless it is partial, one refusal refuses all. An activity that
     * the caller cannot read is {@code not_found}.
     */
    Answer<BulkReport> bulk(Actor actor, ActivityBulk bulk);

    /** The caller's work of today. */
    MyDay myDay(Actor actor);

    /**
     * Orders the caller's day by hand, for the caller alone.
     *
     * @param ids activities assigned to the caller or claimable by one of their teams, in order; at most 500; those not
     *            named follow in their own order; none takes the hand-made order back
     */
    MyDay orderMyDay(Actor actor, List<Long> ids);

    /** Parses a line of text; accepts every text of at most 20,000 characters. */
    ParsedActivity parse(Actor actor, ActivityParsing line);

    /** Later days for one open activity; of an ended one {@code conflict}. */
    RescheduleChoices rescheduleChoices(Actor actor, long id);
}
