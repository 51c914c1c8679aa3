package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.testkit.FakeDirectory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes contacts; the pipeline asks for nothing else. */
final class FakeAdmin implements DirectoryAdmin {
    private final FakeDirectory directory;
    private final AtomicLong ids = new AtomicLong(100);

    FakeAdmin(FakeDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Contact createContact(Actor actor, NewContact contact) {
        return directory.add(new Contact(ids.getAndIncrement(), 1, contact.name(), contact.email(), contact.phone(),
                contact.company(), false));
    }

    @Override
    public User createUser(Actor actor, NewUser user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Team createTeam(Actor actor, NewTeam team) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addMember(Actor actor, long teamId, long userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> findUser(String loginOrName) {
        return Optional.empty();
    }

    @Override
    public Optional<Team> findTeam(String name) {
        return Optional.empty();
    }

    @Override
    public Map<String, Contact> findContactsByName(Collection<String> names) {
        return Map.of();
    }

    @Override
    public Optional<Contact> findContactByEmail(String email) {
        return Optional.empty();
    }
}
