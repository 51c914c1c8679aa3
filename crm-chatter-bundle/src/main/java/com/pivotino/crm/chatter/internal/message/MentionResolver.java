package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.chatter.internal.content.MentionKey;
import com.pivotino.crm.chatter.internal.content.MentionScanner;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.PartyLookup;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds out who is cited in a body (SEMANTICS V1, V3, V6). A handful of queries, however many people are. */
final class MentionResolver {

    private final Directory directory;
    private final PartyLookup lookup;

    MentionResolver(Directory directory, PartyLookup lookup) {
        this.directory = directory;
        this.lookup = lookup;
    }

    /**
     * Who is cited.
     *
     * @param body   with everybody in place
     * @param direct cited by themselves
     * @param byTeam cited with their team, and not by themselves
     */
    record Cited(MentionScanner.Resolved body, Set<PersonRef> direct, Set<PersonRef> byTeam) {
    }

    /** @param followers contacts who follow; their names count beside those of users */
    Cited resolve(String safeHtml, Collection<Party> followers) {
        MentionScanner scanner = new MentionScanner(safeHtml);
        MentionScanner.Found found = scanner.find();
        Map<MentionKey, String> names = new HashMap<>();
        Map<Long, Team> teams = teams(found.tokens());
        teams.values().forEach(team -> names.put(new MentionKey("team", team.id()), team.name()));
        List<PersonRef> people = found.tokens().stream().filter(key -> !key.isTeam()).map(MentionKey::person).toList();
        lookup.load(people);
        people.forEach(person -> name(names, lookup.party(person)));
        Map<String, Set<MentionKey>> known = new HashMap<>();
        if (!found.names().isEmpty()) {
            for (User user : directory.usersCalled(found.names())) {
                MentionKey key = new MentionKey("user", user.id());
                names.put(key, user.name());
                called(known, user.name(), key);
                called(known, user.login(), key);
            }
            for (Party follower : followers) {
                if (!follower.isUser()) {
                    name(names, follower);
                    called(known, follower.name(), MentionKey.of(follower.person()));
                }
            }
        }
        return cited(scanner.resolve(names, known), teams);
    }

    private Cited cited(MentionScanner.Resolved body, Map<Long, Team> teams) {
        Set<PersonRef> direct = new LinkedHashSet<>();
        Set<PersonRef> byTeam = new LinkedHashSet<>();
        for (MentionKey key : body.mentions()) {
            if (!key.isTeam()) {
                direct.add(key.person());
            } else {
                members(teams.get(key.id())).forEach(id -> byTeam.add(PersonRef.user(id)));
            }
        }
        byTeam.removeAll(direct);
        lookup.load(direct);
        lookup.load(byTeam);
        return new Cited(body, direct, byTeam);
    }

    private static Set<Long> members(Team team) {
        Set<Long> members = new LinkedHashSet<>(team.memberIds());
        if (team.leaderId() != null) {
            members.add(team.leaderId());
        }
        return members;
    }

    private Map<Long, Team> teams(Set<MentionKey> tokens) {
        List<Long> ids = tokens.stream().filter(MentionKey::isTeam).map(MentionKey::id).toList();
        return ids.isEmpty() ? Map.of() : new LinkedHashMap<>(directory.teams(ids));
    }

    private static void name(Map<MentionKey, String> names, Party party) {
        if (party != null) {
            names.put(MentionKey.of(party.person()), party.name());
        }
    }

    private static void called(Map<String, Set<MentionKey>> known, String name, MentionKey key) {
        if (name != null) {
            known.computeIfAbsent(name.toLowerCase(Locale.ROOT), text -> new HashSet<>()).add(key);
        }
    }
}
