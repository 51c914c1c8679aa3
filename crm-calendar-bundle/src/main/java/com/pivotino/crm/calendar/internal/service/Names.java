package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of the people in some events, looked up together: two queries, however many there are. */
final class Names {

    private final Map<Long, User> users;
    private final Map<Long, Contact> contacts;

    private Names(Map<Long, User> users, Map<Long, Contact> contacts) {
        this.users = users;
        this.contacts = contacts;
    }

    static Names of(Directory directory, Collection<Meeting> meetings) {
        Set<Long> users = new HashSet<>();
        Set<Long> contacts = new HashSet<>();
        for (Meeting meeting : meetings) {
            users.add(meeting.event().organizerId());
            for (Attendance attendance : meeting.attendances()) {
                PersonRef person = attendance.address().person();
                if (person != null) {
                    (person.isUser() ? users : contacts).add(person.id());
                }
            }
        }
        users.remove(null);
        return new Names(users.isEmpty() ? Map.of() : directory.users(users),
                contacts.isEmpty() ? Map.of() : directory.contacts(contacts));
    }

    NamedRef user(Long id) {
        return id == null ? null : new NamedRef(id, users.containsKey(id) ? users.get(id).name() : "");
    }

    String of(Attendance attendance) {
        PersonRef person = attendance.address().person();
        if (person == null) {
            return attendance.name();
        }
        if (person.isUser()) {
            return users.containsKey(person.id()) ? users.get(person.id()).name() : "";
        }
        return contacts.containsKey(person.id()) ? contacts.get(person.id()).name() : "";
    }

    /** The address as of now, or null. */
    String email(Attendance attendance) {
        PersonRef person = attendance.address().person();
        if (person == null) {
            return attendance.email();
        }
        if (person.isUser()) {
            return users.containsKey(person.id()) ? users.get(person.id()).email() : null;
        }
        return contacts.containsKey(person.id()) ? contacts.get(person.id()).email() : null;
    }

    /** Users who have left are out. */
    boolean isActive(Attendance attendance) {
        Long user = attendance.address().userId();
        return user == null || users.containsKey(user) && users.get(user).active();
    }

    List<String> of(Collection<Attendance> attendances) {
        return attendances.stream().map(this::of).toList();
    }
}
