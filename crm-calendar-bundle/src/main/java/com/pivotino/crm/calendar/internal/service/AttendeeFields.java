package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.domain.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the member {@code attendees}: people as {@code {kind, id}} or {@code {person: ...}}, and {@code {email, name}}. */
final class AttendeeFields {

    private static final int MOST = 200;
    private static final int MAX_NAME = 255;
    private static final int MAX_EMAIL = 320;
    private static final Pattern EMAIL = Pattern.compile("[^\\s<>\",;:\\\\@\\p{Cntrl}]{1,64}@[\\w-]+(\\.[\\w-]+)+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private AttendeeFields() {
    }

    /** Each only once, in the order of the list. */
    static List<Invitee> read(MergePatch members, Directory directory) {
        Object value = members.value("attendees");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST) {
            throw problem("invalid", "A list of at most " + MOST + " people.");
        }
        Map<Address, Invitee> invitees = new LinkedHashMap<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw problem("invalid", "Each is a person or has an email.");
            }
            Invitee invitee = invitee(map);
            invitees.putIfAbsent(invitee.address(), invitee);
        }
        requireThere(invitees.keySet(), directory);
        return List.copyOf(invitees.values());
    }

    private static Invitee invitee(Map<?, ?> map) {
        Object person = map.get("person") != null ? map.get("person") : map.containsKey("kind") ? map : null;
        if (person instanceof Map<?, ?> ref) {
            try {
                return new Invitee(Address.of(PersonRef.parse(ref.get("kind") + ":" + ref.get("id"))), null, null);
            } catch (CrmException e) {
                throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", e.getMessage(),
                        problem("invalid", "A person has a kind, user or contact, and an id.").fields(), Map.of(), e);
            }
        }
        String email = map.get("email") instanceof String text ? text.strip() : "";
        if (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            throw problem("invalid_email", "This is no address: " + (email.length() > 60 ? email.substring(0, 60) : email));
        }
        String name = map.get("name") instanceof String text && !text.isBlank() ? text.strip().replaceAll("\\p{Cntrl}", " ") : email;
        return new Invitee(Address.of(email), email, name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name);
    }

    private static void requireThere(Set<Address> addresses, Directory directory) {
        List<Long> users = new ArrayList<>();
        List<Long> contacts = new ArrayList<>();
        for (Address address : addresses) {
            PersonRef person = address.person();
            if (person != null) {
                (person.isUser() ? users : contacts).add(person.id());
            }
        }
        Map<Long, User> known = users.isEmpty() ? Map.of() : directory.users(users);
        for (Long id : users) {
            if (!known.containsKey(id) || !known.get(id).active()) {
                throw problem("inactive_person", known.containsKey(id) ? known.get(id).name() + " is not active."
                        : "There is no user " + id + ".");
            }
        }
        Map<Long, Contact> there = contacts.isEmpty() ? Map.of() : directory.contacts(contacts);
        contacts.stream().filter(id -> !there.containsKey(id)).findFirst().ifPresent(id -> {
            throw problem("invalid", "There is no contact " + id + ".");
        });
    }

    private static CrmException problem(String code, String message) {
        return CrmException.invalid("attendees", code, message);
    }
}
