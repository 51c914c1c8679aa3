package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.activity.event.ActivitiesHandedOver;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.calendar.event.MeetingCancelled;
import com.pivotino.crm.api.calendar.event.MeetingMoved;
import com.pivotino.crm.api.calendar.event.MeetingScheduled;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.notification.spi.Audience;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Said;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.Line;
import com.pivotino.crm.chatter.internal.domain.Lines;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.PartyLookup;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import com.pivotino.crm.chatter.internal.recipient.Removed;
import com.pivotino.crm.chatter.internal.recipient.Why;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Who is told of what happened to a record, and why (SEMANTICS X3, A10, A11, W4). */
final class ChangeAudience {

    private final PartyLookup lookup;
    private final ChatterCore core;
    private final NotificationRules rules;
    private final RecipientPolicies policies;
    private final Set<String> partners;

    /** @param partners ids of partners' channels */
    ChangeAudience(ChatterCore core, NotificationRules rules, RecipientPolicies policies, Set<String> partners) {
        this.core = core;
        this.lookup = new PartyLookup(core.directory());
        this.rules = rules;
        this.policies = policies;
        this.partners = partners;
    }

    /**
     * What the database knows.
     *
     * @param whys     by person, why they are told
     * @param audience what partners' rules are told, or null for events that they are not asked about
     * @param access   who may read the record, or null
     */
    record Sketch(NotificationText text, Map<PersonRef, Said> whys, Audience audience, RecordAccess access) {
    }

    /** @return null for what nobody is told of */
    Sketch sketch(DomainEvent event, EntityManager em) {
        if ("activity.ActivitiesHandedOver".equals(event.type())) {
            ActivitiesHandedOver over = event.body(ActivitiesHandedOver.class);
            return new Sketch(NotificationText.of(over), one(over.to(), new Said("You take over what " + over.from().name() + " had.",
                    Phrase.of("why.tookOver", over.from().name()))),
                    null, null);
        }
        ChatterStore store = new ChatterStore(em);
        IndexedRecord record = core.index().find(event.record()).filter(known -> !known.deleted()).orElse(null);
        if (event.type().startsWith("calendar.")) {
            return meeting(event, record, new NotificationStore(em));
        }
        if (record == null) {
            return null;
        }
        if ("activity.ActivityAssigned".equals(event.type())) {
            ActivityAssigned assigned = event.body(ActivityAssigned.class);
            return new Sketch(NotificationText.of(assigned, record.title(), null), one(assigned.assignee(),
                    new Said("It was assigned to you.", Phrase.of("why.assigned"))),
                    null, null);
        }
        Line line = Lines.of(event).orElse(null);
        return line == null ? null : change(event, record, line, store.followings(record.record()), new NotificationStore(em));
    }

    /** @return null if nobody but the one who acted is concerned: that is how most acts of a working day are */
    private Sketch change(DomainEvent event, IndexedRecord record, Line line, List<Following> followings, NotificationStore notices) {
        Set<Long> followers = followings.stream().map(Following::person).filter(PersonRef::isUser).map(PersonRef::id)
                .collect(Collectors.toSet());
        RecordAccess access = record.access(followers);
        PersonRef owner = access.salespersonId() == null ? null : PersonRef.user(access.salespersonId());
        Map<PersonRef, Said> whys = new LinkedHashMap<>();
        followings.stream().filter(following -> following.subtypes().contains(line.subtype().key())).map(Following::person)
                .forEach(person -> whys.put(person, (person.equals(owner) ? Why.SALESPERSON : Why.FOLLOWER).said()));
        if ("pipeline.OpportunityChanged".equals(event.type())) {
            OpportunityChanged changed = event.body(OpportunityChanged.class);
            NamedRef before = changed.previousSalesperson();
            if (changed.salespersonChanged() && before != null && followers.contains(before.id())) {
                whys.put(PersonRef.user(before.id()), new Said(
                        "You were its salesperson and still follow it; you can stop following.", Phrase.of("why.wasSalesperson")));
            }
        }
        whys.remove(event.actor());
        if (whys.isEmpty() && !rules.has(event)) {
            return null;
        }
        return new Sketch(NotificationText.of(line, record.title(), notices.entryOf(event.id())), whys,
                new Audience(followers.stream().map(PersonRef::user).collect(Collectors.toSet()), owner, Set.of()), access);
    }

    /** A meeting concerns those who attend; their invitations are the calendar's. */
    private static Sketch meeting(DomainEvent event, IndexedRecord record, NotificationStore notices) {
        Collection<PersonRef> people = switch (event.type()) {
            case "calendar.MeetingScheduled" -> event.body(MeetingScheduled.class).added();
            case "calendar.MeetingMoved" -> event.body(MeetingMoved.class).meeting().people();
            case "calendar.MeetingCancelled" -> event.body(MeetingCancelled.class).removed();
            default -> List.of();
        };
        Line line = people.isEmpty() ? null : Lines.of(event).orElse(null);
        if (line == null) {
            return null;
        }
        Map<PersonRef, Said> whys = new LinkedHashMap<>();
        people.stream().filter(PersonRef::isUser).forEach(person -> whys.put(person,
                new Said("You take part.", Phrase.of("why.takesPart"))));
        return new Sketch(NotificationText.of(line, record == null ? null : record.title(), notices.entryOf(event.id())), whys,
                null, null);
    }

    private static Map<PersonRef, Said> one(NamedRef user, Said why) {
        return user == null ? Map.of() : Map.of(PersonRef.user(user.id()), why);
    }

    /** Asks rules and policies, and takes out whoever acted, has left, or does not want to hear of it (SEMANTICS X7). */
    Announcement complete(DomainEvent event, Sketch sketch) {
        Map<PersonRef, Said> whys = new LinkedHashMap<>(sketch.whys());
        lookup.load(whys.keySet());
        if (sketch.audience() != null) {
            Set<Long> named = rules.recipients(event, sketch.audience());
            lookup.load(named.stream().map(PersonRef::user).toList());
            Team team = sketch.access().teamId() == null || named.isEmpty() ? null
                    : core.directory().team(sketch.access().teamId()).orElse(null);
            named.stream().filter(id -> lookup.mayRead(id, sketch.access(), team))
                    .forEach(id -> whys.putIfAbsent(PersonRef.user(id), new Said("A rule of the workspace names you.",
                    Phrase.of("why.rule"))));
        }
        whys.remove(event.actor());
        List<Announcement.Handed> handed = new ArrayList<>();
        String subtype = sketch.text().subtype().key();
        boolean calendar = event.type().startsWith("calendar.");
        Map<PersonRef, Party> parties = new LinkedHashMap<>();
        whys.keySet().forEach(person -> parties.put(person, lookup.party(person)));
        parties.values().removeIf(party -> party == null || !party.active());
        Removed removed = policies.removed(event.record(), subtype, event.actor(), parties.values());
        parties.values().removeIf(removed::has);
        parties.forEach((person, party) -> {
            Said why = whys.get(person);
            List<String> channels = !party.isUser() ? party.email() == null || party.bounced() ? List.of() : List.of(Recipients.MAIL)
                    : Recipients.channels(party.preferences(), subtype, party.email() != null, partners);
            // The calendar invites by mail itself.
            channels.stream().filter(channel -> !(calendar && channel.equals(Recipients.MAIL)))
                    .forEach(channel -> handed.add(new Announcement.Handed(channel, new Announcement.Letter(party, why))));
        });
        return new Announcement(sketch.text(), handed);
    }
}
