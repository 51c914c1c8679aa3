package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ADA;
import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.RecipientPreview;
import com.pivotino.crm.api.chatter.event.CustomerIdentified;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** Messages and notes: who gets them, what stays of them (SEMANTICS C1 to C4, X1 to X8, V1 to V6), on both databases. */
public class MessageTest extends OnWorld {

    private static final PersonRef SUE = PersonRef.contact(9);

    @Test
    public void C3_markdown_becomes_safe_html_and_nothing_at_all_is_refused() {
        RecordRef card = world.card(ANN, ANN);
        FeedEntry entry = post(ANN, card, "note", "**Hello** <script>alert(1)</script> [x](javascript:alert(1))");
        assertEquals("<p><strong>Hello</strong> &lt;script&gt;alert(1)&lt;/script&gt; x</p>", entry.body().strip());
        assertEquals(List.of("note", "notes", "Ann"), List.of(entry.kind(), entry.subtype(), entry.author().name()));
        assertEquals("validation_failed", refused(() -> post(ANN, card, "note", "  ")));
        assertEquals("validation_failed", refused(() -> world.messages.post(world.actor(ANN), card,
                new NewMessage("note", "<p> </p><br>", "html", null, null, null, null, null, null))));
        assertEquals("validation_failed", refused(() -> post(ANN, card, "letter", "x")));
    }

    @Test
    public void X7_a_partners_channel_is_used_for_colleagues_who_want_all_of_them_and_never_for_people_outside() {
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(BOB.id()));
        world.follow(ANN, card, SUE);
        Map<String, Object> chat = Map.of("crm.channel.id", "chat", "service.id", 71L);
        world.channels.come(chat);
        try {
            assertEquals(List.of("Bob app", "Bob chat", "Sue mail"), world.messages.preview(world.actor(ANN), card,
                    NewMessage.of("message", "x")).notified().stream().map(n -> n.person().name() + " " + n.channel())
                    .filter(told -> !told.equals("Bob mail")).sorted().toList());
            FeedEntry entry = post(ANN, card, "message", "x");
            assertTrue(entry.deliveries().stream().anyMatch(d -> d.channel().equals("chat") && d.state().equals("pending")));
        } finally {
            world.channels.go(chat);
        }
        assertTrue(post(ANN, card, "message", "y").deliveries().stream().noneMatch(d -> d.channel().equals("chat")));
    }

    @Test
    public void the_feed_is_searched_by_all_words_and_opened_around_an_entry() {
        RecordRef card = world.card(ANN, ANN);
        FeedEntry first = post(ANN, card, "note", "Discount of 5 % on cranes");
        FeedEntry second = post(ANN, card, "note", "Discount_on lamps, see C:\\\\prices");
        post(ANN, card, "note", "Nothing");
        assertEquals(List.of(second.id(), first.id()), ids(card, Map.of("q", List.of("discount"))));
        assertEquals(List.of(first.id()), ids(card, Map.of("q", List.of("CRANES disc"))));
        assertEquals("wildcards are plain characters", List.of(first.id()), ids(card, Map.of("q", List.of("5 %"))));
        assertEquals(List.of(second.id()), ids(card, Map.of("q", List.of("discount_"))));
        assertEquals(List.of(), ids(card, Map.of("q", List.of("crane_"))));
        assertTrue(ids(card, Map.of("around", List.of(String.valueOf(first.id())))).contains(first.id()));
    }

    private List<Long> ids(RecordRef card, Map<String, List<String>> filters) {
        return world.feeds.feed(world.actor(ANN), card, new ListQuery(2, null, null, false, filters)).items().stream()
                .map(FeedEntry::id).toList();
    }

    @Test
    public void matrix_the_author_is_left_out_the_others_are_told_once_each() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        world.follow(ANN, card, PersonRef.user(2));
        FeedEntry entry = post(ANN, card, "message", "Hello");
        assertEquals(Set.of("Ann app skipped author", "Bob app pending", "Bob mail pending", "Sue mail pending"), told(entry));
        FeedEntry note = post(ANN, card, "note", "Among us");
        assertEquals(Set.of("Ann app skipped unsubscribed", "Bob app skipped unsubscribed"), told(note));
    }

    @Test
    public void X1_unticking_excludes_a_customer_who_follows_too() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        world.follow(ANN, card, SUE);
        NewMessage without = new NewMessage("message", "Hello", null,
                new NewMessage.Recipients(null, List.of(SUE), null, null), null, null, null, null, null);
        RecipientPreview preview = world.messages.preview(world.actor(ANN), card, without);
        assertEquals(List.of("Sue false true customer"), preview.suggested().stream()
                .map(s -> s.person().name() + " " + s.ticked() + " " + s.follows() + " " + s.reason()).toList());
        assertEquals(Set.of("Ann app skipped author", "Sue mail skipped unticked"),
                told(world.messages.post(world.actor(ANN), card, without).value()));
    }

    @Test
    public void X5_a_typed_address_becomes_a_contact_and_the_records_own_its_customer() {
        List<String> identified = new ArrayList<>();
        Reaction ear = (event, tx) -> identified.add(event.body(CustomerIdentified.class).email());
        world.crm.reaction("test.ear" + database, 0, new String[] {"chatter.CustomerIdentified"}, ear);
        RecordRef card = world.cardWithEmail(ANN, "Info@Acme.example");
        NewMessage message = new NewMessage("message", "Hello", null,
                new NewMessage.Recipients(null, null, List.of("NEW@else.example"), null), null, null, null, null, null);
        RecipientPreview preview = world.messages.preview(world.actor(ANN), card, message);
        assertNull(preview.suggested().get(0).person());
        FeedEntry entry = world.messages.post(world.actor(ANN), card, message).value();
        assertTrue(entry.deliveries().stream().filter(d -> d.state().equals("pending")).allMatch(d -> d.person().id() >= 1000));
        assertEquals(2, entry.deliveries().stream().filter(d -> d.state().equals("pending")).count());
        assertEquals(List.of("info@acme.example"), identified);
        world.crm.remove(ear);
        assertEquals("validation_failed", refused(() -> world.messages.post(world.actor(ANN), card, new NewMessage("message",
                "x", null, new NewMessage.Recipients(null, null, List.of("a@b\r\nBcc: c@d.e"), null), null, null, null, null, null))));
    }

    @Test
    public void X6_posting_with_a_preview_from_before_a_follower_came_is_a_conflict() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        String token = world.messages.preview(world.actor(ANN), card, NewMessage.of("message", "Hi")).previewToken();
        NewMessage message = new NewMessage("message", "Hi", null, null, null, null, null, token, null);
        world.messages.post(world.actor(ANN), card, message);
        world.follow(ANN, card, PersonRef.user(2));
        assertEquals("recipients_changed", refused(() -> world.messages.post(world.actor(ANN), card, message)));
    }

    @Test
    public void X2_a_note_that_mentions_somebody_outside_asks_once_and_names_the_address() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        CrmException asked = assertThrows(CrmException.class, () -> post(ANN, card, "note", "See @[contact:9]"));
        assertEquals("external_confirmation_required", asked.code());
        assertEquals("sue@example.com", asked.fields().get(0).message());
        FeedEntry entry = world.messages.post(world.actor(ANN), card, new NewMessage("note", "See @[contact:9]", null, null, null,
                null, List.of("SUE@example.com"), null, null)).value();
        assertTrue(told(entry).contains("Sue mail pending"));
        assertEquals("validation_failed", refused(() -> world.messages.post(world.actor(ANN), card, new NewMessage("note", "x", null,
                new NewMessage.Recipients(List.of(SUE), null, null, null), null, null, null, null, null))));
    }

    @Test
    public void C2_a_reply_to_a_note_is_a_note_and_a_following_customer_gets_nothing() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        world.follow(ANN, card, SUE);
        FeedEntry note = post(ANN, card, "note", "Internal");
        FeedEntry reply = world.messages.post(world.actor(ANN), card, reply("message", note.id())).value();
        assertEquals("note", reply.kind());
        assertFalse(told(reply).stream().anyMatch(line -> line.startsWith("Sue")));
        FeedEntry message = post(ANN, card, "message", "External");
        assertEquals("message", world.messages.post(world.actor(ANN), card, reply("message", message.id())).value().kind());
        assertEquals("note", world.messages.post(world.actor(ANN), card, reply("note", message.id())).value().kind());
        RecordRef other = world.card(ANN, ANN);
        assertEquals("validation_failed", refused(() -> world.messages.post(world.actor(ANN), other, reply("note", note.id()))));
    }

    @Test
    public void V1_V3_tokens_and_names_are_resolved_the_longest_wins_and_the_rest_is_reported() {
        world.directory.addUser(20, "Ann Lee");
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(20));
        world.follow(ANN, card, PersonRef.user(2));
        FeedEntry entry = post(ANN, card, "note",
                "@[user:2] and @Ann Lee, not @Nobody. Mail x@bob.example, `@[user:3]` https://a.example/@bob @Ann Lee again");
        assertEquals(List.of("@Nobody"), entry.unresolvedMentions());
        assertTrue(entry.body(), entry.body().contains("data-mention=\"user:2\">@Bob</span>"));
        assertTrue(entry.body(), entry.body().contains("data-mention=\"user:20\">@Ann Lee</span>,"));
        assertFalse(entry.body(), entry.body().contains("data-mention=\"user:3\""));
        assertEquals(Set.of("Ann Lee app pending", "Ann Lee mail pending", "Bob app pending", "Bob mail pending",
                "Ann app skipped unsubscribed"), told(entry));
        world.directory.add(new User(2, 2, "bob", "Robert", "bob@example.com", null, null, Set.of(), true));
        assertTrue(world.feed(ANN, card, "note").get(0).body().contains("@Robert</span>"));
        world.directory.addUser(2, "Bob", com.pivotino.crm.api.Role.SALESPERSON);
    }

    @Test
    public void V5_a_colleague_without_access_is_refused_by_name_unless_the_author_lets_them_in() {
        RecordRef card = world.card(ANN, ANN);
        CrmException refused = assertThrows(CrmException.class, () -> post(ANN, card, "note", "@[user:3]"));
        assertEquals("mention_without_access", refused.code());
        assertEquals("Eve", refused.fields().get(0).message());
        FeedEntry entry = world.messages.post(world.actor(ANN), card, new NewMessage("note", "@[user:3]", null, null, null, null,
                null, null, List.of(PersonRef.user(3)))).value();
        assertTrue(told(entry).contains("Eve app pending"));
        assertFalse(world.feed(EVE, card).isEmpty());
        assertEquals("forbidden", refused(() -> world.messages.post(world.actor(EVE), card, new NewMessage("note", "@[user:2]",
                null, null, null, null, null, null, List.of(PersonRef.user(2))))));
        world.directory.add(new User(21, 1, "old", "Old", "old@example.com", null, null, Set.of(), false));
        assertEquals("inactive_person", refused(() -> post(ANN, card, "note", "@[user:21]")));
    }

    @Test
    public void V6_a_team_is_told_by_its_members_with_access_once_each() {
        world.directory.add(new Team(3, 1, "Field", null, List.of(2L, 3L, 4L)));
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(2));
        FeedEntry entry = post(ANN, card, "note", "@[team:3] and @[user:2]");
        assertEquals(Set.of("Bob app pending", "Bob mail pending", "Ada app pending", "Ada mail pending",
                "Ann app skipped unsubscribed"), told(entry));
        assertTrue(entry.body().contains("data-mention=\"team:3\">@Field</span>"));
    }

    @Test
    public void V4_an_edit_tells_only_who_is_new_and_keeps_the_old_text_for_administrators() {
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(2));
        world.follow(ANN, card, PersonRef.user(3));
        FeedEntry entry = post(ANN, card, "note", "@[user:2] look");
        FeedEntry edited = world.messages.edit(world.actor(ANN), entry.id(), patch("@[user:2] and @[user:3] look")).value();
        assertNotNull(edited.editedAt());
        assertEquals(2, edited.deliveries().stream().filter(d -> d.person().name().equals("Bob")
                && d.state().equals("pending")).count());
        assertTrue(told(edited).contains("Eve app pending"));
        assertEquals("<p>" + "<span class=\"mention\" data-mention=\"user:2\">@Bob</span> look</p>",
                world.messages.message(world.actor(ADA), entry.id()).versions().get(0).body().strip());
        assertEquals(List.of(), world.messages.message(world.actor(BOB), entry.id()).versions());
        assertEquals("forbidden", refused(() -> world.messages.edit(world.actor(BOB), entry.id(), patch("mine"))));
    }

    @Test
    public void C4_after_the_window_nothing_is_edited_and_a_deleted_one_leaves_a_stub() {
        RecordRef card = world.card(ANN, ANN);
        FeedEntry entry = post(ANN, card, "note", "Hello");
        assertEquals(entry.at().plus(Duration.ofMinutes(15)), entry.editableUntil());
        world.crm.clock().advance(Duration.ofMinutes(16));
        assertEquals("not_editable", refused(() -> world.messages.edit(world.actor(ANN), entry.id(), patch("Late"))));
        long change = world.feed(ANN, card, "change").get(0).id();
        assertEquals("not_editable", refused(() -> world.messages.edit(world.actor(ANN), change, patch("Changed"))));
        assertEquals("not_editable", refused(() -> world.messages.delete(world.actor(ANN), change)));
        world.messages.delete(world.actor(ANN), entry.id());
        world.messages.delete(world.actor(ANN), entry.id());
        FeedEntry stub = world.feed(ANN, card, "note").get(0);
        assertEquals("", stub.body());
        assertNotNull(stub.deletedAt());
        assertEquals("not_found", refused(() -> world.messages.message(world.actor(EVE), entry.id())));
    }

    @Test
    public void X8_who_posts_follows_unless_the_setting_says_no_and_outsiders_never() {
        RecordRef card = world.card(ANN, BOB);
        world.messages.post(world.actor(ADA), card, NewMessage.of("note", "I am here now"));
        assertEquals(List.of("Ada", "Ann", "Bob"), world.followerNames(card));
    }

    @Test
    public void X1_one_person_with_two_links_is_told_once_and_an_inactive_follower_is_listed() {
        world.directory.add(new Contact(10, 1, "Sue again", "SUE@example.com ", null, null, false));
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        world.follow(ANN, card, PersonRef.contact(10));
        world.directory.addUser(22, "Gone");
        world.follow(ANN, card, PersonRef.user(22));
        world.directory.add(new User(22, 2, "gone", "Gone", "gone@example.com", null, null, Set.of(), false));
        assertEquals(Set.of("Ann app skipped author", "Sue mail pending", "Gone app skipped inactive"),
                told(post(ANN, card, "message", "Hello")));
    }

    private static NewMessage reply(String kind, long to) {
        return new NewMessage(kind, "Answer", null, null, null, to, null, null, null);
    }

    private static MergePatch patch(String body) {
        return new MergePatch(Map.of("body", body));
    }

    private static FeedEntry post(NamedRef who, RecordRef card, String kind, String body) {
        return world.messages.post(world.actor(who), card, NewMessage.of(kind, body)).value();
    }

    /** Who was told how, in words. */
    private static Set<String> told(FeedEntry entry) {
        Set<String> lines = new TreeSet<>();
        entry.deliveries().forEach(d -> lines.add(d.person().name() + " " + d.channel() + " " + d.state()
                + (d.reason() == null ? "" : " " + d.reason())));
        return lines;
    }

    private static String refused(Runnable call) {
        return assertThrows(CrmException.class, call::run).code();
    }
}
