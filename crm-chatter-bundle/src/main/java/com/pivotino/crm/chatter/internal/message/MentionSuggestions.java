package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.MentionSuggestion;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.PartyLookup;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom an {@code @} may mean (SEMANTICS V2): colleagues who follow, followers outside, other colleagues, people of the
 * customer's company; teams last. Inactive people never. A few queries, however many there are.
 */
final class MentionSuggestions {

    private static final int MOST = 20;

    private final Directory directory;
    private final PartyLookup lookup;
    private final String text;
    private final Map<String, MentionSuggestion> found = new LinkedHashMap<>();

    /** @param text the beginning of a word of the name, of the login or of the address; may be empty */
    MentionSuggestions(Directory directory, String text) {
        this.directory = directory;
        this.lookup = new PartyLookup(directory);
        this.text = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    List<MentionSuggestion> of(TrackedRecord record, List<Following> followings) {
        Set<PersonRef> followers = followings.stream().map(Following::person).collect(Collectors.toSet());
        lookup.load(followers);
        if (record.customerId() != null) {
            lookup.load(List.of(PersonRef.contact(record.customerId())));
        }
        List<Party> following = followers.stream().map(lookup::party).filter(Objects::nonNull)
                .filter(Party::active).filter(this::matches).sorted(Comparator.comparing(Party::name)).toList();
        following.stream().filter(Party::isUser).forEach(party -> add(party, "follower", true));
        following.stream().filter(party -> !party.isUser()).forEach(party -> add(party, "external_follower", true));
        colleagues(record, followers);
        company(record);
        directory.findTeams(text, MOST).forEach((Team team) -> put(
                new MentionSuggestion("team", team.id(), team.name(), null, "team", false, true)));
        return found.values().stream().limit(MOST).toList();
    }

    private void colleagues(TrackedRecord record, Set<PersonRef> followers) {
        List<User> users = directory.findUsers(text, MOST + followers.size());
        lookup.load(users.stream().map(user -> PersonRef.user(user.id())).toList());
        RecordAccess access = record.access(Set.of());
        Team team = access.teamId() == null ? null : directory.team(access.teamId()).orElse(null);
        users.forEach(user -> put(new MentionSuggestion("user", user.id(), user.name(), user.email(), "colleague", false,
                lookup.mayRead(user.id(), access, team))));
    }

    private void company(TrackedRecord record) {
        Party customer = record.customerId() == null ? null : lookup.party(PersonRef.contact(record.customerId()));
        if (customer == null) {
            return;
        }
        if (matches(customer)) {
            add(customer, "customer_company", false);
        }
        String company = directory.contact(record.customerId()).map(Contact::company).orElse(null);
        if (company != null && !company.isBlank()) {
            directory.findContactsOfCompany(company, text, MOST).forEach(contact -> put(new MentionSuggestion("contact",
                    contact.id(), contact.name(), contact.email(), "customer_company", true, false)));
        }
    }

    private void add(Party party, String group, boolean access) {
        put(new MentionSuggestion(party.isUser() ? "user" : "contact", party.person().id(), party.name(), party.email(), group,
                !party.isUser(), access));
    }

    private void put(MentionSuggestion suggestion) {
        found.putIfAbsent(suggestion.kind() + suggestion.id(), suggestion);
    }

    private boolean matches(Party party) {
        String name = party.name().toLowerCase(Locale.ROOT);
        User user = party.isUser() ? lookup.user(party.person().id()) : null;
        return name.startsWith(text) || name.contains(" " + text)
                || party.email() != null && party.email().toLowerCase(Locale.ROOT).startsWith(text)
                || user != null && user.login().toLowerCase(Locale.ROOT).startsWith(text);
    }
}
