package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import com.pivotino.crm.imports.internal.store.ImportStore;
import com.pivotino.crm.imports.internal.value.PersonName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which contact a row means: the one with its address; else the one of its name, and of its company where that is known.
 * Names are compared without regard to case and white space. Whatever is not certain is told. Contacts that the run itself
 * has made do not count: a trial does not know them either.
 */
final class ContactMatcher {

    private final Directory directory;
    private final ImportStore store;
    private final long runId;
    private final Map<String, List<Contact>> byEmail = new HashMap<>();
    private final Map<String, List<Contact>> byName = new HashMap<>();

    ContactMatcher(Directory directory, ImportStore store, long runId) {
        this.directory = directory;
        this.store = store;
        this.runId = runId;
    }

    /**
     * A contact, and what is not certain about it.
     *
     * @param contact null if there is none
     * @param certain whether no other one could be meant
     * @param code    of the doubt, or null
     * @param doubt   one sentence, or null
     */
    record Match(Contact contact, boolean certain, String code, String doubt) {

        private static Match of(Contact contact) {
            return new Match(contact, true, null, null);
        }

        /** Tells the row what is not certain, if anything is. */
        void tell(ParsedRow draft, String field) {
            if (code != null) {
                draft.warn(field, code, doubt + (contact == null ? " A new one is made." : ""));
            }
        }
    }

    /** Looks up all of them: one query for addresses, one for names. */
    void look(Collection<CustomerKey> keys) {
        List<String> emails = keys.stream().map(CustomerKey::email).filter(Objects::nonNull).distinct().toList();
        List<String> names = keys.stream().map(CustomerKey::name).filter(Objects::nonNull).map(PersonName::key).distinct().toList();
        List<Contact> addressed = emails.isEmpty() ? List.of() : directory.contactsAddressed(emails);
        List<Contact> called = names.isEmpty() ? List.of() : directory.contactsCalled(names);
        Map<Long, Contact> all = new LinkedHashMap<>();
        addressed.forEach(contact -> all.put(contact.id(), contact));
        called.forEach(contact -> all.put(contact.id(), contact));
        Set<Long> own = store.madeAmong(runId, all.keySet());
        byEmail.putAll(group(addressed, own, contact -> contact.email().toLowerCase(Locale.ROOT)));
        byName.putAll(group(called, own, contact -> PersonName.key(contact.name())));
    }

    /** The contact that is meant; it must have been looked up. */
    Match match(CustomerKey key) {
        List<Contact> addressed = key.email() == null ? List.of() : byEmail.getOrDefault(key.email(), List.of());
        return addressed.isEmpty() ? called(key) : addressed(key, addressed);
    }

    private static Match addressed(CustomerKey key, List<Contact> addressed) {
        if (key.name() == null) {
            return Match.of(addressed.get(0));
        }
        for (Contact contact : addressed) {
            if (key.isCalled(contact.name()) || contact.company() != null && key.isCalled(contact.company())) {
                return Match.of(contact);
            }
        }
        Contact first = addressed.get(0);
        return new Match(first, true, "matched_by_address", key.email() + " is the address of \"" + first.name()
                + "\", who was taken for \"" + key.name() + "\".");
    }

    private Match called(CustomerKey key) {
        List<Contact> called = key.name() == null ? List.of() : byName.getOrDefault(PersonName.key(key.name()), List.of());
        List<Contact> fitting = called.stream().filter(contact -> fits(key, contact)).toList();
        List<Contact> sameCompany = fitting.stream().filter(contact -> key.company() != null && contact.company() != null).toList();
        List<Contact> best = sameCompany.isEmpty() ? fitting : sameCompany;
        if (best.isEmpty()) {
            return called.isEmpty() ? Match.of(null) : new Match(null, true, "same_name",
                    "There is another contact called \"" + key.name() + "\" with another address or company.");
        }
        Contact first = best.get(0);
        if (best.size() > 1) {
            return new Match(first, false, "several_of_that_name", "There are " + best.size() + " contacts called \"" + key.name()
                    + "\"; the oldest of them was taken" + (first.email() == null ? "." : ", " + first.email() + "."));
        }
        boolean other = key.email() != null && first.email() != null;
        return !other ? Match.of(first) : new Match(first, true, "other_address",
                "\"" + first.name() + "\" is known here with the address " + first.email() + ".");
    }

    /** Whether nothing speaks against it: no other company, no other address. */
    private static boolean fits(CustomerKey key, Contact contact) {
        boolean otherCompany = key.company() != null && contact.company() != null
                && !PersonName.key(key.company()).equals(PersonName.key(contact.company()));
        return !otherCompany && !(key.own() && contact.email() != null);
    }

    private static Map<String, List<Contact>> group(List<Contact> contacts, Set<Long> without, Function<Contact, String> by) {
        return contacts.stream().filter(contact -> !without.contains(contact.id())).collect(Collectors.groupingBy(by));
    }
}
