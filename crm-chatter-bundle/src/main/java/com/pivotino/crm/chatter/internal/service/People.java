package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.chatter.internal.domain.Following;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of the people who follow: one query for users and one for contacts, however many there are. */
final class People {

    private final Directory directory;

    People(Directory directory) {
        this.directory = directory;
    }

    /** The name of somebody who may begin to follow; {@code inactive_person} for a user who has left. */
    String requireActive(PersonRef person) {
        if (!person.isUser()) {
            return directory.contact(person.id()).map(Contact::name).orElseThrow(
                    () -> CrmException.invalid("person", "invalid", "There is no such contact."));
        }
        User user = directory.user(person.id()).orElseThrow(
                () -> CrmException.invalid("person", "invalid", "There is no such user."));
        if (!user.active()) {
            throw CrmException.refused("inactive_person", user.name() + " is not active any more.", List.of());
        }
        return user.name();
    }

    List<Follower> show(List<Following> followings) {
        List<Long> userIds = ids(followings, true);
        List<Long> contactIds = ids(followings, false);
        Map<Long, User> users = userIds.isEmpty() ? Map.of() : directory.users(userIds);
        Map<Long, Contact> contacts = contactIds.isEmpty() ? Map.of() : directory.contacts(contactIds);
        return followings.stream().map(following -> {
            long id = following.person().id();
            Optional<String> name = following.person().isUser() ? Optional.ofNullable(users.get(id)).map(User::name)
                    : Optional.ofNullable(contacts.get(id)).map(Contact::name);
            return following.toRecord(name.orElse(""));
        }).toList();
    }

    private static List<Long> ids(List<Following> followings, boolean users) {
        return followings.stream().map(Following::person).filter(person -> person.isUser() == users)
                .map(PersonRef::id).toList();
    }
}
