package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ADA;
import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static com.pivotino.crm.chatter.World.NEW;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordFact;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.FollowerTemplate;
import com.pivotino.crm.api.chatter.NewFollower;
import com.pivotino.crm.api.chatter.event.FollowerAdded;
import com.pivotino.crm.api.chatter.event.FollowerRemoved;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityDeleted;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.chatter.internal.service.DefaultFollowerTemplateService;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** Followers and their subtypes (SEMANTICS W1 to W8), on both databases. */
public class FollowerTest extends OnWorld {

    private static final PersonRef SUE = PersonRef.contact(9);
    private static final RecordRef CONTRACT = new RecordRef("contract", 5);

    @EventType("acme.ContractMade")
    public record ContractMade(IndexedRecord indexed) implements RecordFact {
    }

    @Test
    public void a_record_that_only_the_index_knows_has_a_feed_messages_and_followers() {
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.feed(ANN, CONTRACT)).code());
        world.act(ANN, CONTRACT, new ContractMade(new IndexedRecord(CONTRACT, "Frame contract", ANN.id(), null, ANN.id(), false)));
        assertEquals(List.of(), world.feed(ANN, CONTRACT));
        world.follow(ANN, CONTRACT, PersonRef.user(EVE.id()));
        world.messages.post(world.actor(EVE), CONTRACT, NewMessage.of(NewMessage.MESSAGE, "Signed."));
        assertEquals(List.of("<p>Signed.</p>"), world.feed(ANN, CONTRACT).stream().map(entry -> entry.body().strip()).toList());
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.feed(BOB, CONTRACT)).code());
        world.act(ANN, CONTRACT, new ContractMade(new IndexedRecord(CONTRACT, "Frame contract", null, null, ANN.id(), true)));
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.feed(ANN, CONTRACT)).code());
    }

    @Test
    public void W4_creator_and_salesperson_follow_each_once_and_the_new_one_on_change() {
        assertEquals(List.of("Ann"), world.followerNames(world.card(ANN, ANN)));
        RecordRef card = world.card(ANN, BOB);
        assertEquals(List.of("Ann", "Bob"), world.followerNames(card));
        world.act(ADA, card, new OpportunityChanged(world.state(card, NEW, ANN, EVE),
                List.of(new FieldChange("salesperson", "Bob", "Eve")), BOB, true));
        assertEquals("the old one stays", List.of("Ann", "Bob", "Eve"), world.followerNames(card));
        world.act(ADA, card, new OpportunityChanged(world.state(card, NEW, ANN, BOB),
                List.of(new FieldChange("salesperson", "Eve", "Bob")), EVE, true));
        assertEquals(3, world.followers(card).size());
    }

    @Test
    public void W3_a_user_who_leaves_keeps_following_without_the_internal_subtypes() {
        RecordRef card = world.card(ANN, ANN);
        RecordRef other = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(EVE.id()), "notes", "activities", "won");
        world.follow(ANN, other, PersonRef.user(EVE.id()), "notes");
        world.follow(ANN, card, PersonRef.user(BOB.id()), "notes");
        world.act(ADA, new RecordRef("user", EVE.id()), new UserDeactivated(EVE, null));
        assertEquals(Set.of("won"), subtypes(card, EVE.id()));
        assertEquals(Set.of(), subtypes(other, EVE.id()));
        assertEquals("of nobody else", Set.of("notes"), subtypes(card, BOB.id()));
    }

    @Test
    public void a_merged_contact_follows_as_the_other_one_until_the_merge_is_undone() {
        world.directory.add(new Contact(30, 1, "Twin", "a@twin.example", null, null, false));
        world.directory.add(new Contact(31, 1, "Twin", "b@twin.example", null, null, false));
        RecordRef alone = world.card(ANN, ANN);
        RecordRef both = world.card(ANN, ANN);
        world.follow(ANN, alone, PersonRef.contact(31), "won");
        world.follow(ANN, both, PersonRef.contact(31), "lost");
        world.follow(ANN, both, PersonRef.contact(30), "won");
        RecordRef gone = new RecordRef("contact", 31);
        String token = world.crm.acts().run(Act.of(world.actor(ADA), gone).undoable(10), tx -> tx.publish(gone,
                new ContactMerged(31, new NamedRef(30, "Twin")))).undo().token();
        assertEquals(Set.of("won"), subtypes(alone, 30));
        assertEquals("each follows once", List.of("Ann", "Twin"), world.followerNames(both));
        assertEquals(Set.of("won"), subtypes(both, 30));
        world.crm.undos().undo(world.actor(ADA), token);
        assertEquals(Set.of("won"), subtypes(alone, 31));
        assertEquals(Set.of("lost"), subtypes(both, 31));
        assertEquals(Set.of("won"), subtypes(both, 30));
    }

    private Set<String> subtypes(RecordRef card, long user) {
        return world.followers(card).stream().filter(follower -> follower.person().id() == user).findFirst().orElseThrow().subtypes();
    }

    @Test
    public void W2_defaults_are_all_but_activities_and_notes_inside_and_talk_and_meetings_outside() {
        RecordRef card = world.card(ANN, ANN);
        assertEquals(Set.of("discussions", "stage_changed", "won", "lost", "restored", "field_changes", "meetings"),
                world.followers(card).get(0).subtypes());
        Follower sue = world.follow(ANN, card, SUE);
        assertEquals(Set.of("discussions", "meetings"), sue.subtypes());
        assertFalse(sue.internal());
        assertEquals("contact", sue.person().kind());
    }

    @Test
    public void W1_following_again_changes_nothing_unless_subtypes_are_given() {
        RecordRef card = world.card(ANN, ANN);
        Follower first = world.follow(ANN, card, PersonRef.user(2), "won");
        assertEquals(first, world.follow(ANN, card, PersonRef.user(2)));
        Follower replaced = world.follow(ANN, card, PersonRef.user(2), "lost", "notes");
        assertEquals(first.id(), replaced.id());
        assertEquals(Set.of("lost", "notes"), replaced.subtypes());
    }

    @Test
    public void W3_external_people_hold_no_internal_subtypes() {
        RecordRef card = world.card(ANN, ANN);
        assertEquals("validation_failed", refused(() -> world.follow(ANN, card, SUE, "notes")));
        Follower sue = world.follow(ANN, card, SUE);
        assertEquals("validation_failed", refused(() -> choose(sue, card, List.of("activities"))));
        assertEquals("validation_failed", refused(() -> choose(sue, card, List.of("gossip"))));
        assertEquals(Set.of("stage_changed"), choose(sue, card, List.of("stage_changed")).subtypes());
        assertEquals("a patch of nothing changes nothing", Set.of("stage_changed"),
                world.followers.edit(world.actor(ANN), card, sue.id(), new MergePatch(Map.of())).subtypes());
    }

    @Test
    public void W6_anyone_removes_themselves_and_removing_others_takes_the_right_to_change() {
        RecordRef card = world.card(ANN, ANN);
        Follower bob = world.follow(ANN, card, PersonRef.user(2));
        Follower ann = world.followers(card).get(0);
        assertEquals("forbidden", refused(() -> world.followers.unfollow(world.actor(BOB), card, ann.id())));
        world.followers.unfollow(world.actor(BOB), card, bob.id());
        assertEquals(List.of("Ann"), world.followerNames(card));
        assertEquals("not_found", refused(() -> world.followers.unfollow(world.actor(ANN), card, bob.id())));
    }

    @Test
    public void W8_following_grants_reading_and_adding_others_takes_the_right_to_change() {
        RecordRef card = world.card(ANN, ANN);
        assertEquals("not_found", refused(() -> world.follow(BOB, card, PersonRef.user(2))));
        Follower bob = world.follow(ANN, card, PersonRef.user(2));
        assertEquals(1, world.feed(BOB, card).size());
        assertEquals("forbidden", refused(() -> world.follow(BOB, card, PersonRef.user(3))));
        world.followers.unfollow(world.actor(ANN), card, bob.id());
        assertEquals("not_found", refused(() -> world.feed(BOB, card)));
        assertEquals("validation_failed", refused(() -> world.follow(ANN, card, PersonRef.user(77))));
    }

    @Test
    public void other_bundles_hear_who_follows() {
        List<String> heard = new ArrayList<>();
        Reaction ear = (event, tx) -> heard.add(event.type().equals("chatter.FollowerAdded")
                ? "+" + event.body(FollowerAdded.class).person() + event.body(FollowerAdded.class).automatic()
                : "-" + event.body(FollowerRemoved.class).person());
        world.crm.reaction("test.ear", 0, new String[] {"chatter.*"}, ear);
        RecordRef card = world.card(ANN, ANN);
        Follower sue = world.follow(ANN, card, SUE);
        world.followers.unfollow(world.actor(ANN), card, sue.id());
        world.crm.remove(ear);
        assertEquals(List.of("+user:1true", "+contact:9false", "-contact:9"), heard);
    }

    @Test
    public void the_list_pages_and_a_deleted_record_has_none() {
        RecordRef card = world.card(ANN, BOB);
        world.follow(BOB, card, SUE);
        Page<Follower> first = world.followers.list(world.actor(ANN), card, ListQuery.first(2));
        Page<Follower> second = world.followers.list(world.actor(ANN), card,
                new ListQuery(2, first.next(), null, true, Map.of()));
        assertEquals(List.of("Sue"), second.items().stream().map(f -> f.person().name()).toList());
        assertEquals(3L, second.total().longValue());
        assertTrue(second.next() == null);
        world.act(ANN, card, new OpportunityDeleted(world.state(card, NEW, ANN, BOB)));
        assertEquals("not_found", refused(() -> world.followers(card)));
    }

    private static Follower choose(Follower follower, RecordRef card, List<String> subtypes) {
        return world.followers.edit(world.actor(ANN), card, follower.id(), new MergePatch(Map.of("subtypes", subtypes)));
    }

    private static String refused(Runnable call) {
        return assertThrows(CrmException.class, call::run).code();
    }

    @Test
    public void a_roles_template_holds_for_who_is_made_a_follower_and_can_be_copied() {
        DefaultFollowerTemplateService templates = new DefaultFollowerTemplateService(new ChatterCore(new SchemaReady() { },
                world.crm.acts(), world.crm.jpa("crm-chatter"), world.directory, world.crm.clock(), world.crm.records()));
        RecordRef card = world.card(ANN, ANN);
        assertEquals(List.of("salesperson", "manager", "admin", "external"),
                templates.list(world.actor(BOB)).stream().map(FollowerTemplate::role).toList());
        assertEquals("forbidden", assertThrows(CrmException.class, () -> templates.choose(world.actor(BOB), "salesperson", List.of()))
                .code());
        assertThrows(CrmException.class, () -> templates.choose(world.actor(ADA), "boss", List.of()));
        assertThrows(CrmException.class, () -> templates.choose(world.actor(ADA), "external", List.of("notes")));
        assertThrows(CrmException.class, () -> templates.choose(world.actor(ADA), "manager", java.util.Arrays.asList("won", null)));
        templates.choose(world.actor(ADA), "salesperson", List.of("won", "notes"));
        templates.choose(world.actor(ADA), "external", List.of("meetings"));
        templates.choose(world.actor(ADA), "admin", List.of("lost"));
        assertEquals(Set.of("won", "notes"), world.follow(ANN, card, PersonRef.user(BOB.id())).subtypes());
        assertEquals(Set.of("meetings"), world.follow(ANN, card, PersonRef.contact(9)).subtypes());
        assertEquals("chosen subtypes come first", Set.of("lost"), world.follow(ANN, card, PersonRef.user(EVE.id()), "lost").subtypes());
        assertEquals("who follows stays as they are", Set.of("lost"), world.follow(ANN, card, PersonRef.user(EVE.id())).subtypes());
        assertEquals(Set.of("lost"), copy(card, PersonRef.user(BOB.id()), "admin"));
        assertThrows("internal subtypes never reach people outside", CrmException.class,
                () -> copy(card, PersonRef.contact(9), "salesperson"));
        assertThrows(CrmException.class, () -> copy(card, PersonRef.user(BOB.id()), "boss"));
        templates.reset(world.actor(ADA), "salesperson");
        assertEquals(List.of(false, true), templates.list(world.actor(ADA)).stream()
                .filter(one -> Set.of("salesperson", "admin").contains(one.role()))
                .map(FollowerTemplate::chosen).toList());
        for (String role : List.of("external", "admin")) {
            templates.reset(world.actor(ADA), role);
        }
    }

    private Set<String> copy(RecordRef card, PersonRef person, String role) {
        return world.followers.follow(world.actor(ANN), card, new NewFollower(person, null, role)).follower().subtypes();
    }
}
