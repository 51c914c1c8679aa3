package com.pivotino.crm.chatter.internal.content;

import com.pivotino.crm.api.PersonRef;
import java.util.Locale;

/**
 * Who is cited: {@code user:7}, {@code contact:9} or {@code team:3}.
 *
 * @param kind {@code user, contact} or {@code team}
 */
public record MentionKey(String kind, long id) {

    static MentionKey parse(String text) {
        int colon = text.indexOf(':');
        return new MentionKey(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    public static MentionKey of(PersonRef person) {
        return new MentionKey(person.kind().name().toLowerCase(Locale.ROOT), person.id());
    }

    public boolean isTeam() {
        return kind.equals("team");
    }

    /** The person; not for a team. */
    public PersonRef person() {
        return kind.equals("user") ? PersonRef.user(id) : PersonRef.contact(id);
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
