package com.pivotino.crm.chatter.internal.recipient;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.directory.NotificationPreferences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who gets a message or a note, by which channels, and who does not although they might (SEMANTICS X1, X2, X4, X7, and the
 * notification matrix). Pure: the same question has the same answer, so a preview is what a post does (X6). One person is
 * told once, however many links lead to them.
 */
public final class Recipients {

    public static final String APP = "app";
    public static final String MAIL = "mail";

    private final RecipientQuestion question;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Set<String> following = new HashSet<>();
    private final Set<String> excluded = new HashSet<>();
    private final Set<String> included = new HashSet<>();
    private final Set<String> unconfirmed = new TreeSet<>();

    private Recipients(RecipientQuestion question) {
        this.question = question;
    }

    /**
     * The answer.
     *
     * @param suggested   boxes to tick and untick; none for a note
     * @param told        one row a person and channel
     * @param skipped     people left out on purpose
     * @param unconfirmed addresses of external people whom the note would reach and who were not confirmed
     */
    public record Answer(List<Suggestion> suggested, List<Told> told, List<Skip> skipped, Set<String> unconfirmed) {
    }

    /** A box. */
    public record Suggestion(Party party, boolean ticked, boolean follows, String reason) {
    }

    /** Somebody who is told. */
    public record Told(Party party, String channel, Why why) {
    }

    /** Somebody who is not told. */
    public record Skip(Party party, String reason) {
    }

    private record Candidate(Party party, Why why, String skipped) {
    }

    public static Answer of(RecipientQuestion question) {
        return new Recipients(question).answer();
    }

    private Answer answer() {
        question.followers().forEach(follower -> following.add(follower.party().identity()));
        question.include().forEach(party -> included.add(party.identity()));
        question.exclude().forEach(party -> excluded.add(party.identity()));
        question.mentions().forEach(party -> add(party, Why.MENTIONED));
        List<Suggestion> suggested = new ArrayList<>();
        if (!question.note()) {
            suggest(suggested);
        }
        question.include().forEach(party -> add(party, Why.ADDED));
        question.followers().forEach(this::follower);
        List<Told> told = new ArrayList<>();
        List<Skip> skipped = new ArrayList<>();
        candidates.values().forEach(candidate -> tell(candidate, told, skipped));
        return new Answer(suggested, told, skipped, unconfirmed);
    }

    /** SEMANTICS X4: the customer ticked, the salesperson and people in copy not. */
    private void suggest(List<Suggestion> suggested) {
        Set<String> shown = new HashSet<>();
        Party customer = question.customer();
        if (customer != null) {
            shown.add(customer.identity());
            boolean reachable = customer.email() != null && !customer.bounced();
            boolean ticked = isTicked(customer, reachable || candidates.containsKey(customer.identity()));
            if (ticked) {
                add(customer, Why.CUSTOMER);
            } else if (isFollowing(customer) && !excluded.contains(customer.identity())) {
                put(customer, Why.CUSTOMER, customer.email() == null ? "no_address" : "bounced");
            }
            suggested.add(new Suggestion(customer, ticked, isFollowing(customer),
                    customer.email() == null ? "no_address" : customer.bounced() ? "bounced" : "customer"));
        }
        Party salesperson = question.salesperson();
        if (salesperson != null && !isFollowing(salesperson) && !isAuthor(salesperson) && shown.add(salesperson.identity())) {
            suggested.add(new Suggestion(salesperson, isTicked(salesperson, false), false, "salesperson"));
        }
        question.cc().stream().filter(party -> !isAuthor(party) && shown.add(party.identity())).forEach(party ->
                suggested.add(new Suggestion(party, isTicked(party, isFollowing(party)), isFollowing(party), "cc")));
    }

    private boolean isTicked(Party party, boolean byDefault) {
        return (byDefault || included.contains(party.identity())) && !excluded.contains(party.identity());
    }

    /** Followers hear of their subtype: of a note only colleagues (SEMANTICS X2), and nobody is told that the rest is not. */
    private void follower(RecipientQuestion.Follower follower) {
        Party party = follower.party();
        if (question.note() && !party.isUser()) {
            return;
        }
        if (follower.subtypes().contains(subtype().key())) {
            boolean bounced = party.bounced() && !included.contains(party.identity());
            put(party, isSalesperson(party) ? Why.SALESPERSON : Why.FOLLOWER, bounced ? "bounced" : null);
        } else {
            put(party, Why.FOLLOWER, "unsubscribed");
        }
    }

    private void add(Party party, Why why) {
        put(party, why, null);
    }

    /** The first reason stays; of a user and a contact with one address the user is told. */
    private void put(Party party, Why why, String skipped) {
        Candidate before = candidates.get(party.identity());
        if (before == null) {
            candidates.put(party.identity(), new Candidate(party, why, skipped));
        } else if (party.isUser() && !before.party.isUser()) {
            candidates.put(party.identity(), new Candidate(party, before.why, before.skipped));
        }
    }

    private void tell(Candidate candidate, List<Told> told, List<Skip> skipped) {
        Party party = candidate.party;
        boolean external = !party.isUser();
        String reason = candidate.skipped;
        if (!"unsubscribed".equals(reason) && isAuthor(party)) {
            reason = "author";
        } else if (reason == null && excluded.contains(party.identity())) {
            reason = "unticked";
        } else if (reason == null && !party.active()) {
            reason = "inactive";
        } else if (reason == null && external && party.email() == null) {
            reason = "no_address";
        }
        if (reason == null && external && question.note() && !question.confirmed().contains(Party.normal(party.email()))) {
            unconfirmed.add(Party.normal(party.email()));
        }
        List<String> channels = external ? List.of(MAIL) : channels(party);
        if (reason == null && channels.isEmpty()) {
            reason = "unsubscribed";
        }
        if (reason != null) {
            skipped.add(new Skip(party, reason));
        } else {
            channels.forEach(channel -> told.add(new Told(party, channel, candidate.why)));
        }
    }

    private List<String> channels(Party user) {
        return channels(user.preferences(), subtype().key(), user.email() != null, question.channels());
    }

    /** By which channels a user is told of a subtype (SEMANTICS X7); mail only with an address. */
    public static List<String> channels(NotificationPreferences preferences, String subtype, boolean address,
            Set<String> others) {
        String chosen = preferences.channelsFor(subtype);
        List<String> channels = new ArrayList<>();
        if (chosen.equals("both") || chosen.equals(APP)) {
            channels.add(APP);
        }
        if (address && (chosen.equals("both") || chosen.equals(MAIL))) {
            channels.add(MAIL);
        }
        if (chosen.equals("both")) {
            channels.addAll(new TreeSet<>(others));
        }
        return channels;
    }

    private Subtype subtype() {
        return question.note() ? Subtype.NOTES : Subtype.DISCUSSIONS;
    }

    private boolean isAuthor(Party party) {
        return question.author() != null && question.author().equals(party.person());
    }

    private boolean isSalesperson(Party party) {
        PersonRef salesperson = question.salesperson() == null ? null : question.salesperson().person();
        return salesperson != null && salesperson.equals(party.person());
    }

    private boolean isFollowing(Party party) {
        return following.contains(party.identity());
    }
}
