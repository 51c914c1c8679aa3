package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.PartyLookup;
import com.pivotino.crm.chatter.internal.recipient.RecipientQuestion;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what {@link Recipients} needs to know of a record and a draft; preview and post do it in the same way. */
final class RecipientResolver {

    private final Directory directory;
    private final PartyLookup lookup;
    private final TrackedRecord record;
    private final List<Following> followings;
    private final RecordAccess access;
    private final Team team;
    private final Reach reach;

    /** @param followings everybody who follows the record */
    RecipientResolver(Directory directory, TrackedRecord record, List<Following> followings, Reach reach) {
        this.directory = directory;
        this.lookup = new PartyLookup(directory);
        this.record = record;
        this.followings = followings;
        this.reach = reach;
        this.access = record.access(followings.stream().map(Following::person).filter(PersonRef::isUser).map(PersonRef::id)
                .collect(Collectors.toSet()));
        this.team = access.teamId() == null ? null : directory.team(access.teamId()).orElse(null);
    }

    /**
     * Who gets a draft.
     *
     * @param customer      the record's customer or its address, or null
     * @param withoutAccess colleagues who are mentioned or added and may not read the record
     */
    record Resolved(Recipients.Answer answer, MentionResolver.Cited cited, Party customer, List<Party> withoutAccess,
            List<Party> inactive) {
    }

    Resolved resolve(MessageDraft draft, boolean note, PersonRef author) {
        NewMessage.Recipients choice = draft.input().recipients();
        List<PersonRef> people = followings.stream().map(Following::person).collect(Collectors.toCollection(ArrayList::new));
        people.addAll(choice.include());
        people.addAll(choice.exclude());
        Stream.of(access.salespersonId()).filter(Objects::nonNull).map(PersonRef::user).forEach(people::add);
        Stream.of(record.customerId()).filter(Objects::nonNull).map(PersonRef::contact).forEach(people::add);
        lookup.load(people);
        Set<String> addresses = new LinkedHashSet<>(choice.emails());
        addresses.addAll(choice.excludeEmails());
        addresses.addAll(reach.copied());
        if (record.customerId() == null && record.email() != null) {
            addresses.add(record.email());
        }
        lookup.loadAddresses(addresses);
        List<RecipientQuestion.Follower> followers = followers();
        MentionResolver.Cited cited = new MentionResolver(directory, lookup).resolve(draft.html(),
                followers.stream().map(RecipientQuestion.Follower::party).toList());
        List<Party> mentions = new ArrayList<>(parties(cited.direct()));
        parties(cited.byTeam()).stream().filter(this::mayRead).forEach(mentions::add);
        List<Party> include = new ArrayList<>(included(choice.include()));
        choice.emails().forEach(email -> include.add(lookup.address(email)));
        List<Party> exclude = new ArrayList<>(parties(choice.exclude()));
        choice.excludeEmails().forEach(email -> exclude.add(lookup.address(email)));
        requireInside(note, include);
        List<Party> named = Stream.concat(parties(cited.direct()).stream(), include.stream()).toList();
        Recipients.Answer answer = answer(new RecipientQuestion(note, author, followers, customer(),
                access.salespersonId() == null ? null : lookup.party(PersonRef.user(access.salespersonId())),
                reach.copied().stream().map(lookup::address).toList(), include, exclude, mentions, confirmed(draft), reach.channels()));
        return new Resolved(answer, cited, customer(),
                named.stream().filter(Party::active).filter(party -> !mayRead(party)).distinct().toList(),
                named.stream().filter(party -> !party.active()).distinct().toList());
    }

    /** Who hears of what somebody outside wrote: the followers of discussions. */
    Recipients.Answer followersOnly(Author author) {
        lookup.load(followings.stream().map(Following::person).toList());
        List<Party> itself = author.email() == null ? List.of() : List.of(new Party(author.person(), author.name(), author.email(),
                true, false, NotificationPreferences.UNCHOSEN));
        return answer(new RecipientQuestion(false, author.person(), followers(), null, null, List.of(), List.of(),
                itself, List.of(), Set.of(), reach.channels()));
    }

    /** Who hears of an edit: people who are newly mentioned (SEMANTICS V4). After {@link #resolve}. */
    Recipients.Answer mentionsOnly(MessageDraft draft, boolean note, PersonRef author, Set<PersonRef> added) {
        return answer(new RecipientQuestion(note, author, List.of(), null, null, List.of(), List.of(), List.of(),
                parties(added).stream().filter(party -> mayRead(party) || draft.input().grantAccess().contains(party.person()))
                        .toList(), confirmed(draft), reach.channels()));
    }

    /** Preview and post leave out the same people. */
    private Recipients.Answer answer(RecipientQuestion question) {
        return reach.removed().from(Recipients.of(question));
    }

    private static Set<String> confirmed(MessageDraft draft) {
        return draft.input().confirmExternal().stream().map(Party::normal).collect(Collectors.toSet());
    }

    /** Whether nothing has changed since partners' policies were asked; true if none was. */
    boolean isAsAsked() {
        return reach.state() == null || reach.state().equals(state());
    }

    /** What a preview was made from; another one says that the followers or the customer have changed (SEMANTICS X6). */
    String state() {
        return followings.stream().map(f -> f.person() + "=" + f.subtypes().stream().sorted().toList())
                .collect(Collectors.joining(";")) + "|" + record.customerId() + "|" + record.email();
    }

    private List<RecipientQuestion.Follower> followers() {
        return followings.stream().filter(following -> lookup.party(following.person()) != null)
                .map(following -> new RecipientQuestion.Follower(lookup.party(following.person()), following.subtypes())).toList();
    }

    private Party customer() {
        if (record.customerId() != null) {
            return lookup.party(PersonRef.contact(record.customerId()));
        }
        return record.email() == null || record.email().isBlank() ? null : lookup.address(record.email());
    }

    private boolean mayRead(Party party) {
        return !party.isUser() || lookup.mayRead(party.person().id(), access, team);
    }

    private List<Party> parties(Collection<PersonRef> people) {
        return people.stream().map(lookup::party).filter(Objects::nonNull).toList();
    }

    private List<Party> included(Collection<PersonRef> people) {
        for (PersonRef person : people) {
            if (lookup.party(person) == null) {
                throw CrmException.invalid("recipients.include", "invalid", "There is no " + person + ".");
            }
        }
        return parties(people);
    }

    /** A note reaches people outside only if they are mentioned (SEMANTICS X2). */
    private static void requireInside(boolean note, List<Party> include) {
        if (note && include.stream().anyMatch(party -> !party.isUser())) {
            String detail = "A note is for colleagues. Mention somebody outside to show it to them.";
            throw CrmException.refused("validation_failed", detail,
                    List.of(new FieldProblem("recipients", "external_in_note", detail)));
        }
    }

    /** The contact with which a new address became known. */
    static Party known(Party address, Contact contact) {
        return new Party(PersonRef.contact(contact.id()), contact.name(), address.email(), true, contact.bounced(),
                address.preferences());
    }
}
