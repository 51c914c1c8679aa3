package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.chatter.Subtype;

/**
 * What a notice is about.
 *
 * @param key    as in the contract
 * @param weight of several that one act brought, the heaviest is told
 */
record NotificationKind(String key, int weight) {

    /** An activity was given to the user (SEMANTICS A10). */
    static final NotificationKind ASSIGNED = new NotificationKind("assigned", 3);
    /** The user has somebody's activities from now on (SEMANTICS A11). */
    static final NotificationKind HANDED_OVER = new NotificationKind("handed_over", 3);

    /** The user is cited in a message (SEMANTICS V1). */
    static final NotificationKind MENTION = new NotificationKind("mention", 3);

    static NotificationKind of(Subtype subtype) {
        return new NotificationKind(subtype.key(), switch (subtype) {
            case STAGE_CHANGED, WON, LOST, RESTORED, DISCUSSIONS, NOTES -> 2;
            default -> 1;
        });
    }

    static NotificationKind of(String key) {
        return ASSIGNED.key.equals(key) ? ASSIGNED
                : HANDED_OVER.key.equals(key) ? HANDED_OVER
                : MENTION.key.equals(key) ? MENTION
                : Subtype.of(key).map(NotificationKind::of).orElseGet(() -> new NotificationKind(key, 1));
    }

    boolean asksForWork() {
        return weight == ASSIGNED.weight;
    }
}
