package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.ImportMade;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RunState;
import com.pivotino.crm.imports.internal.store.ImportStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who the names in a block of rows are, for one act: found in bulk, or made if the import says so. In a check nobody is
 * made, only noted as wanted.
 */
final class PersonResolver {

    static final String CONTACT = "contact";
    static final String USER = "user";
    static final String TEAM = "team";

    private final long runId;
    private final Actor actor;
    private final DirectoryCache known;
    private final ImportServices around;
    private final DirectoryAdmin admin;
    private final ImportStore store;
    private final Set<String> createMissing;
    private final boolean writing;
    private final ContactMatcher contacts;
    private final Map<String, ImportMade> planned = new HashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, ImportMade> made = new HashMap<>();

    PersonResolver(RunContext run, DirectoryCache known) {
        this.runId = run.run().id();
        this.actor = run.actor();
        this.known = known;
        this.around = run.around();
        this.admin = run.around().admin();
        this.store = run.store();
        this.writing = run.run().state() == RunState.WRITING;
        this.contacts = new ContactMatcher(around.directory(), store, runId);
        this.createMissing = Set.copyOf(run.file().options().createMissing());
    }

    /** Looks up the contacts that a block names. */
    void lookContacts(Collection<CustomerKey> keys) {
        List<CustomerKey> wanted = keys.stream().filter(Objects::nonNull).distinct().toList();
        contacts.look(wanted);
        known(CONTACT, wanted.stream().map(CustomerKey::key).toList());
        known(ImportMade.ALIAS, wanted.stream().filter(key -> key.name() != null).map(CustomerKey::name).toList());
    }

    /** Who is there by this key, with doubts; or without a contact. Not asked of those that the run makes. */
    ContactMatcher.Match contact(CustomerKey key) {
        return contacts.match(key);
    }

    /** The contact that is meant: one that was there before, else one that the run has made; or null. */
    Long contactId(CustomerKey key) {
        Contact there = contacts.match(key).contact();
        ImportMade own = there == null ? made(key) : null;
        return there != null ? Long.valueOf(there.id()) : own == null ? null : own.recordId();
    }

    /** Whether an earlier row makes this contact. */
    boolean wanted(CustomerKey key) {
        return made(key) != null;
    }

    /** A name without an address means one of that name that an earlier row makes with an address. */
    private ImportMade made(CustomerKey key) {
        ImportMade one = made.get(key(CONTACT, key.key()));
        return one != null || key.own() || key.company() != null ? one : made.get(key(ImportMade.ALIAS, key.name()));
    }

    /** Notes that this contact will be made. */
    void want(CustomerKey key) {
        want(CONTACT, key.key());
        if (key.own() && key.name() != null && !made.containsKey(key(CONTACT, key.name()))) {
            want(ImportMade.ALIAS, key.name());
        }
    }

    /** Makes the contact. */
    long contact(CustomerKey key, NewContact contact) {
        long id = note(CONTACT, key.key(), admin.createContact(actor, contact).id());
        ImportMade alias = key.name() == null ? null : made.get(key(ImportMade.ALIAS, key.name()));
        if (alias != null && alias.recordId() == null) {
            alias.is(id);
        }
        return id;
    }

    long contactOrMade(CustomerKey key) {
        Long id = contactId(key);
        return id != null ? id : contact(key, new NewContact(key.name(), key.own() ? key.email() : null, null, key.company()));
    }

    private void known(String kind, List<String> names) {
        store.made(runId, kind, names).forEach((name, one) ->
                (writing && one.recordId() == null ? planned : made).put(key(kind, name), one));
    }

    /** Looks up all users or teams that a block names, each once. */
    void look(String kind, Collection<String> texts) {
        List<String> wanted = texts.stream().filter(Objects::nonNull).distinct().toList();
        List<String> names = wanted.stream().filter(text -> !text.startsWith("#")).toList();
        known(kind, names);
        for (String text : wanted) {
            Long id = find(kind, text);
            if (id != null) {
                ids.put(key(kind, text), id);
            }
        }
    }

    /** The id that is meant, or null if nobody is known by that name; the name must have been looked up. */
    Long id(String kind, String text) {
        return ids.get(key(kind, text));
    }

    private Long find(String kind, String text) {
        ImportMade own = made.get(key(kind, text));
        if (own != null) {
            return own.recordId();
        }
        return switch (kind) {
            case USER -> known.user(text).map(User::id).orElse(null);
            default -> known.team(text).map(Team::id).orElse(null);
        };
    }

    Optional<User> user(String text) {
        return known.user(text);
    }

    /** The contact with this {@code #id}, or null. */
    Long contactNumbered(String text) {
        return around.directory().contact(Long.parseLong(text.substring(1))).map(Contact::id).orElse(null);
    }

    Optional<Team> team(String text) {
        return known.team(text);
    }

    /** The team that a user sells in. */
    Optional<Team> teamOf(long userId) {
        Optional<Team> team = known.teamOf(userId);
        team.ifPresent(found -> ids.put(key(TEAM, "#" + found.id()), found.id()));
        return team;
    }

    /** Whether one that is missing may be made. */
    boolean mayMake(String kind) {
        return createMissing.contains(kind) && (kind.equals(CONTACT) || actor.isAdmin());
    }

    /** Whether an earlier row makes one of this name. */
    boolean wanted(String kind, String name) {
        return made.containsKey(key(kind, name));
    }

    /** Notes that one will be made. */
    void want(String kind, String name) {
        made.computeIfAbsent(key(kind, name), key -> planned.containsKey(key) ? planned.get(key)
                : store.add(new ImportMade(runId, kind, name)));
    }

    /**
     * Makes a user who cannot sign in until an administrator gives them a password.
     *
     * @param key what the file calls them
     * @param who without a login one is made of the name
     */
    long user(String key, NewUser who) {
        String login = who.login() != null ? who.login() : Logins.of(who.name(), taken -> admin.findUser(taken).isPresent());
        return note(USER, key, admin.createUser(actor, new NewUser(login, who.name(), who.email(), who.zone(), who.locale(),
                who.roles(), null)).id());
    }

    long team(String name, Long leaderId) {
        return note(TEAM, name, admin.createTeam(actor, new NewTeam(name, leaderId, List.of())).id());
    }

    /** Puts a user into a team. */
    void join(long teamId, long userId) {
        admin.addMember(actor, teamId, userId);
    }

    /** The id that is meant, made if there is none. */
    long idOrMade(String kind, String name) {
        Long id = id(kind, name);
        if (id != null) {
            return id;
        }
        return switch (kind) {
            case USER -> user(name, new NewUser(null, name, null, null, null, Set.of(Role.SALESPERSON), null));
            default -> team(name, null);
        };
    }

    /** Takes back people and teams that these lines made. */
    Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines) {
        Map<Long, ImportMade> mine = new HashMap<>();
        store.madeBy(runId).forEach(one -> mine.put(one.recordId(), one));
        Map<ImportLine, Optional<Problem>> outcomes = new LinkedHashMap<>();
        for (ImportLine line : lines) {
            ImportMade one = line.recordId() == null ? null : mine.get(line.recordId());
            if (one != null && List.of(RowStatus.CREATED, RowStatus.KEPT).contains(line.status())) {
                outcomes.put(line, withdraw(one) ? Optional.empty() : Optional.of(Problem.warning(null, "in_use",
                        "Something refers to it, or somebody has changed it; it stays.")));
            } else if (line.status() == RowStatus.UPDATED) {
                outcomes.put(line, Optional.of(Problem.warning(null, "joined", "Who has joined a team stays in it.")));
            }
        }
        return outcomes;
    }

    /** Takes back whom the run made on the way, the last first, as far as nothing refers to them. */
    void withdraw() {
        List<ImportMade> mine = store.madeBy(runId);
        for (String kind : List.of(CONTACT, USER, TEAM)) {
            mine.stream().filter(one -> one.kind().equals(kind)).forEach(this::withdraw);
        }
    }

    private boolean withdraw(ImportMade one) {
        boolean gone = !around.importable().refersTo(one.kind(), one.recordId()) && admin.withdraw(actor, one.kind(), one.recordId());
        if (gone) {
            one.withdrawn();
        }
        return gone;
    }

    private long note(String kind, String name, long id) {
        want(kind, name);
        made.get(key(kind, name)).is(id);
        ids.put(key(kind, name), id);
        return id;
    }

    private static String key(String kind, String name) {
        return kind + ":" + ImportMade.nameKey(name);
    }
}
