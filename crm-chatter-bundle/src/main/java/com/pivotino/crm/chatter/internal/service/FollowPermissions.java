package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.chatter.internal.follower.Followers;
import java.util.Set;

/** Who may see and change who follows: of a record by its own rule; of a team its members and leader, like the team's records. */
final class FollowPermissions {

    private static final String RECORD = "The record";

    private final RecordIndex records;
    private final Directory directory;

    FollowPermissions(RecordIndex records, Directory directory) {
        this.records = records;
        this.directory = directory;
    }

    /** Following a team means following its new records (SEMANTICS W5). */
    static boolean isTeam(RecordRef record) {
        return record.type().equals(Followers.TEAM);
    }

    void requireReadable(Actor actor, RecordRef record) {
        if (isTeam(record)) {
            team(record).requireReadable(actor, RECORD);
        } else {
            records.requireReadable(actor, record);
        }
    }

    void requireWritable(Actor actor, RecordRef record) {
        if (isTeam(record)) {
            team(record).requireWritable(actor, RECORD);
        } else {
            records.requireWritable(actor, record);
        }
    }

    /** Oneself with the right to read, others with the right to change (SEMANTICS W6, W8). */
    void requireMay(Actor actor, RecordRef record, PersonRef person) {
        if (person.equals(actor.user())) {
            requireReadable(actor, record);
        } else {
            requireWritable(actor, record);
        }
    }

    private RecordAccess team(RecordRef record) {
        return directory.team(record.id()).map(team -> new RecordAccess(null, team.id(), null, Set.of()))
                .orElseThrow(() -> CrmException.notFound(RECORD));
    }
}
