package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Followers of records (SEMANTICS W1 to W8). A record that the caller may not read is {@code not_found}; a person who may
 * read it may follow and unfollow themselves; for others it takes the right to change the record, else {@code forbidden}.
 */
@ProviderType
public interface FollowerService {

    /** The followers, longest following first. */
    Page<Follower> list(Actor actor, RecordRef record, ListQuery query);

    /**
     * Makes somebody follow. Who follows already stays as they are, or gets exactly the subtypes given (SEMANTICS W1). An
     * internal follower may read the record from then on (SEMANTICS W8). An inactive user is {@code inactive_person}.
     *
     * @return the follower and whether it is new
     */
    Followed follow(Actor actor, RecordRef record, NewFollower follower);

    /** Chooses {@code subtypes}. Internal ones of an external person are refused (SEMANTICS W3). */
    Follower edit(Actor actor, RecordRef record, long followerId, MergePatch patch);

    /** Ends following; of somebody who does not follow is {@code not_found}. */
    void unfollow(Actor actor, RecordRef record, long followerId);

    /**
     * The link by which a follower outside reads and answers; makes a new one if the last was revoked or is over. Takes the right
     * to change the record. Of a colleague {@code no_link} 409: they sign in.
     */
    Access access(Actor actor, RecordRef record, long followerId);

    /** The link works no more from now on. Takes the right to change the record. */
    void revokeAccess(Actor actor, RecordRef record, long followerId);

    /** When a follower outside used their link, newest first. Takes the right to change the record. */
    Page<View> views(Actor actor, RecordRef record, long followerId, ListQuery query);

    /**
     * A link of a follower outside.
     *
     * @param path  behind the product's address, such as {@code /shared/...}
     * @param until when it ends, unless somebody writes a message
     */
    record Access(String path, Instant until) {
    }

    /**
     * A use of a link.
     *
     * @param action {@code read, wrote} or {@code unsubscribed}
     */
    record View(String action, Instant at) {
    }

    /** A follower, and whether it was made just now. */
    record Followed(Follower follower, boolean created) {
    }
}
