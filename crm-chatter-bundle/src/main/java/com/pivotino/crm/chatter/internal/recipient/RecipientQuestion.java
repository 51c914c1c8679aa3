package com.pivotino.crm.chatter.internal.recipient;

import com.pivotino.crm.api.PersonRef;
import java.util.List;
import java.util.Set;

/**
 * Everything that decides who gets a message.
 *
 * @param note        a note, for colleagues only; else a message
 * @param author      who writes, or null
 * @param followers   who follows, with the keys of their subtypes
 * @param customer    the record's customer, or the address of a record without one; null without either
 * @param salesperson or null
 * @param cc          people in copy of the latest mail that came in
 * @param include     explicitly added, typed addresses too
 * @param exclude     unticked
 * @param mentions    cited, members of teams too
 * @param confirmed   normalised addresses of external people that the author knows of (SEMANTICS X2)
 * @param channels    ids of channels beside {@code app} and {@code mail}
 */
public record RecipientQuestion(boolean note, PersonRef author, List<Follower> followers, Party customer, Party salesperson,
        List<Party> cc, List<Party> include, List<Party> exclude, List<Party> mentions, Set<String> confirmed,
        Set<String> channels) {

    /** Somebody who follows the record. */
    public record Follower(Party party, Set<String> subtypes) {
    }
}
