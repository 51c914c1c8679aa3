package com.pivotino.crm.chatter.internal.recipient;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.record.RecordAccess;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Loads people for {@link Recipients}: users, their preferences and contacts by one query each, and addresses by two. */
public final class PartyLookup {

    private static final int MOST_ADDRESSES = 50;
    private static final int ADDRESS_CHARS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@,;:<>()\\[\\]\"\\\\\\p{Cntrl}]{1,64}@"
                    + "[^\\s@,;:<>()\\[\\]\"\\\\\\p{Cntrl}]+\\.[^\\s@,;:<>()\\[\\]\"\\\\\\p{Cntrl}]+");

    private final Directory directory;
    private final Map<Long, User> users = new HashMap<>();
    private final Map<Long, NotificationPreferences> preferences = new HashMap<>();
    private final Map<Long, Contact> contacts = new HashMap<>();
    private final Map<String, Party> byAddress = new HashMap<>();

    public PartyLookup(Directory directory) {
        this.directory = directory;
    }

    /** Loads those that are not there yet. */
    public void load(Collection<PersonRef> people) {
        List<Long> userIds = missing(people, true, users);
        List<Long> contactIds = missing(people, false, contacts);
        if (!userIds.isEmpty()) {
            users.putAll(directory.users(userIds));
            preferences.putAll(directory.notificationPreferences(userIds));
        }
        if (!contactIds.isEmpty()) {
            contacts.putAll(directory.contacts(contactIds));
        }
    }

    /** Finds out whose addresses these are: an active user's, else a contact's, else nobody's. */
    public void loadAddresses(Collection<String> emails) {
        if (emails.isEmpty()) {
            return;
        }
        emails.forEach(email -> byAddress.put(Party.normal(email), Party.address(email.strip())));
        List<Contact> found = new ArrayList<>(directory.contactsAddressed(emails));
        java.util.Collections.reverse(found); // of several with one address the oldest stays
        for (Contact contact : found) {
            contacts.put(contact.id(), contact);
            byAddress.put(Party.normal(contact.email()), of(contact));
        }
        List<User> colleagues = directory.usersAddressed(emails);
        load(colleagues.stream().map(user -> PersonRef.user(user.id())).toList());
        colleagues.forEach(user -> byAddress.put(Party.normal(user.email()), of(users.getOrDefault(user.id(), user))));
    }

    /**
     * Refuses what is no address.
     *
     * @param field the member at fault
     */
    public static void requireAddresses(String field, Collection<String> emails) {
        if (emails.size() > MOST_ADDRESSES) {
            throw CrmException.invalid(field, "too_many", "At most " + MOST_ADDRESSES + " addresses at once.");
        }
        for (String email : emails) {
            if (email == null || email.length() > ADDRESS_CHARS || !ADDRESS.matcher(email.strip()).matches()) {
                throw CrmException.invalid(field, "invalid", "Use an address such as name@example.com.");
            }
        }
    }

    /** Somebody who was loaded, or null if there is no such person. */
    public Party party(PersonRef person) {
        if (person.isUser()) {
            User user = users.get(person.id());
            return user == null ? null : of(user);
        }
        Contact contact = contacts.get(person.id());
        return contact == null ? null : of(contact);
    }

    /** Whose address this is; it was loaded. */
    public Party address(String email) {
        return byAddress.get(Party.normal(email));
    }

    public User user(long id) {
        return users.get(id);
    }

    /** Whether a loaded user may read a record, by the one rule. @param team the record's, or null */
    public boolean mayRead(long userId, RecordAccess access, Team team) {
        User user = users.get(userId);
        if (user == null) {
            return false;
        }
        Set<Long> member = team != null && team.memberIds().contains(userId) ? Set.of(team.id()) : Set.of();
        Set<Long> led = team != null && team.leaderId() != null && team.leaderId() == userId ? Set.of(team.id()) : Set.of();
        return access.readableBy(new Actor(PersonRef.user(userId), user.name(), user.roles(), member, led, ZoneOffset.UTC,
                Locale.ENGLISH));
    }

    private Party of(User user) {
        return new Party(PersonRef.user(user.id()), user.name(), blankless(user.email()), user.active(), false,
                preferences.getOrDefault(user.id(), NotificationPreferences.UNCHOSEN));
    }

    private static Party of(Contact contact) {
        return new Party(PersonRef.contact(contact.id()), contact.name(), blankless(contact.email()), true, contact.bounced(),
                NotificationPreferences.UNCHOSEN);
    }

    private static String blankless(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static List<Long> missing(Collection<PersonRef> people, boolean wanted, Map<Long, ?> loaded) {
        return people.stream().filter(person -> person.isUser() == wanted && !loaded.containsKey(person.id()))
                .map(PersonRef::id).distinct().toList();
    }
}
