package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;

/** Who may be given an activity: active users who can read its record (SEMANTICS A10). */
public final class Assignees {

    private final Directory directory;
    private final ActivityAccess access;

    public Assignees(Directory directory, ActivityStore store) {
        this.directory = directory;
        this.access = new ActivityAccess(store);
    }

    /** The user, or {@code validation_failed} on {@code assigneeId} with the reason. */
    NamedRef require(long userId, RecordRef record) {
        User user = directory.user(userId).orElseThrow(
                () -> CrmException.invalid("assigneeId", "invalid", "There is no such user."));
        if (!user.active()) {
            throw CrmException.invalid("assigneeId", "inactive_person", user.name() + " is not active any more.");
        }
        if (!access.canRead(directory.actor(userId), record)) {
            throw CrmException.invalid("assigneeId", "cannot_read",
                    user.name() + " cannot read the record; let them follow it first.");
        }
        return new NamedRef(userId, user.name());
    }

    /** Whether an automatic step may give it to this user. */
    public boolean suits(NamedRef user, RecordRef record) {
        return user != null && directory.user(user.id()).filter(User::active).isPresent()
                && access.canRead(directory.actor(user.id()), record);
    }
}
