package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.testkit.FakeDirectory;
import com.pivotino.crm.testkit.FakeDirectoryAdmin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what it is asked, and knows what it made and took back. */
final class FakePeople extends FakeDirectoryAdmin {

    final FakeDirectory directory;
    /** Those made here: the first of each name in lower case, or of its address. */
    final Map<String, Contact> contacts = new HashMap<>();
    /** Stands for what the directory knows of their use. */
    final Set<Long> kept = new HashSet<>();
    final List<String> withdrawn = new ArrayList<>();
    int questions;

    FakePeople() {
        this(new FakeDirectory());
    }

    private FakePeople(FakeDirectory directory) {
        super(directory);
        this.directory = directory;
    }

    @Override
    public Contact createContact(Actor actor, NewContact contact) {
        Contact made = super.createContact(actor, contact);
        contacts.putIfAbsent(contact.name() == null ? contact.email() : contact.name().toLowerCase(), made);
        return made;
    }

    /** Only whom this import made. */
    @Override
    public boolean withdraw(Actor actor, String kind, long id) {
        return !kept.contains(id) && withdrawn.add(kind + " " + id);
    }

    @Override
    public Optional<User> findUser(String text) {
        questions++;
        return super.findUser(text);
    }

    @Override
    public Optional<Team> findTeam(String name) {
        questions++;
        return super.findTeam(name);
    }

    @Override
    public Map<String, Contact> findContactsByName(Collection<String> names) {
        questions++;
        return super.findContactsByName(names);
    }
}
