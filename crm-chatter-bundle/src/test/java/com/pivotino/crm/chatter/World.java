package com.pivotino.crm.chatter;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.NewFollower;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.message.DefaultMessageService;
import com.pivotino.crm.chatter.internal.reaction.FeedReaction;
import com.pivotino.crm.chatter.internal.reaction.FollowReaction;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.service.DefaultFeedService;
import com.pivotino.crm.chatter.internal.service.DefaultFollowerService;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.FakeDirectoryAdmin;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.TestWorld;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The chatter bundle on the real runtime, with a few people and somebody who publishes what happened to cards. */
final class World extends TestWorld {

    static final StageRef NEW = new StageRef(1, "New", "new");
    static final StageRef QUALIFIED = new StageRef(3, "Qualified", "normal");
    static final StageRef WON = new StageRef(5, "Won", "won");
    static final StageRef LOST = new StageRef(6, "Lost", "lost");

    final DefaultFeedService feeds;
    final DefaultFollowerService followers;
    final FakeDirectoryAdmin admin = new FakeDirectoryAdmin(directory);
    final ChannelIds channels = new ChannelIds();
    final RecipientPolicies policies = new RecipientPolicies(new DirectPlugins(), channels);
    final DefaultMessageService messages;
    private final FeedReaction feed;
    private final FollowReaction follow;
    private final AtomicLong ids = new AtomicLong(100);
    private final AtomicLong versions = new AtomicLong(1);

    World(Database database) {
        super(database, new ModuleUnit("chatter", FeedLine.class.getClassLoader()));
        firstDay();
        directory.add(new Contact(9, 1, "Sue", "sue@example.com", null, null, false));
        SchemaReady ready = new SchemaReady() { };
        var jpa = crm.jpa("crm-chatter");
        feeds = new DefaultFeedService(ready, crm.acts(), jpa, directory, settings, crm.records());
        messages = new DefaultMessageService(new ChatterCore(ready, crm.acts(), jpa, directory, crm.clock(), crm.records()), admin,
                settings, channels, policies);
        followers = new DefaultFollowerService(ready, crm.acts(), jpa, directory, crm.records());
        feed = new FeedReaction(ready, jpa, crm.records());
        follow = new FollowReaction(ready, jpa, directory, crm.records());
        come("");
    }

    /** The bundle comes. @param suffix makes it another one, that hears everything from the beginning */
    void come(String suffix) {
        crm.reaction(feed, Map.of(Reaction.ID, "chatter.feed" + suffix, Reaction.TYPES,
                new String[] {"pipeline.*", "activity.*"}, Reaction.START, "earliest", "service.ranking", 1000));
        crm.reaction(follow, Map.of(Reaction.ID, "chatter.followers" + suffix, Reaction.TYPES,
                new String[] {"pipeline.*", "activity.ActivityScheduled", "activity.ActivityChanged", "directory.UserDeactivated",
                        "directory.ContactMerged", "runtime.ActUndone"}, Reaction.START, "earliest"));
    }

    /** The bundle goes. */
    void go() {
        crm.remove(feed);
        crm.remove(follow);
    }

    /** A card in New, with who made it and who sells. */
    RecordRef card(NamedRef by, NamedRef salesperson) {
        RecordRef card = RecordRef.opportunity(ids.incrementAndGet());
        act(by, card, new OpportunityCreated(state(card, NEW, by, salesperson), true, false));
        return card;
    }

    /** A card of a customer. */
    RecordRef cardOf(NamedRef by, NamedRef salesperson, PersonRef customer) {
        RecordRef card = card(by, salesperson);
        act(by, card, new OpportunityChanged(state(card, NEW, by, salesperson,
                new NamedRef(customer.id(), "Customer"), null), List.of(), null, false));
        return card;
    }

    /** A card without a customer, with an address. */
    RecordRef cardWithEmail(NamedRef by, String email) {
        RecordRef card = card(by, by);
        act(by, card, new OpportunityChanged(state(card, NEW, by, by, null, email), List.of(), null, false));
        return card;
    }

    OpportunityState state(RecordRef card, StageRef stage, NamedRef by, NamedRef salesperson) {
        return state(card, stage, by, salesperson, null, null);
    }

    private OpportunityState state(RecordRef card, StageRef stage, NamedRef by, NamedRef salesperson, NamedRef customer,
            String email) {
        String outcome = stage == WON || stage == LOST ? stage.kind() : "open";
        return new OpportunityState(card.id(), versions.incrementAndGet(), "Deal " + card.id(), stage, outcome, salesperson,
                null, customer, email, null, null, 0, by);
    }

    Answer<DomainEvent> act(NamedRef by, RecordRef card, Record body) {
        return crm.acts().run(Act.of(actor(by), card), tx -> tx.publish(card, body));
    }

    List<FeedEntry> feed(NamedRef who, RecordRef card, String... kinds) {
        return feeds.feed(actor(who), card, new ListQuery(100, null, null, false,
                kinds.length == 0 ? Map.of() : Map.of("kinds", List.of(kinds)))).items();
    }

    List<Follower> followers(RecordRef card) {
        return followers.list(actor(ADA), card, ListQuery.first(100)).items();
    }

    List<String> followerNames(RecordRef card) {
        return followers(card).stream().map(follower -> follower.person().name()).sorted().toList();
    }

    Follower follow(NamedRef by, RecordRef card, PersonRef person, String... subtypes) {
        return followers.follow(actor(by), card, new NewFollower(person, subtypes.length == 0 ? null : List.of(subtypes)))
                .follower();
    }
}
