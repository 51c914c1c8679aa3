package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.LOST;
import static com.pivotino.crm.chatter.World.NEW;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.FollowerService;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.SharedService;
import com.pivotino.crm.api.chatter.SharedView;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.chatter.internal.file.DefaultAttachmentService;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.shared.AccessLinks;
import com.pivotino.crm.chatter.internal.shared.DefaultSharedService;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** What a follower outside sees and does by their link (SEMANTICS W6, W7), on both databases. */
public class SharedTest extends OnWorld {

    private static final PersonRef SUE = PersonRef.contact(9);

    private ChatterCore core;
    private DefaultAttachmentService files;
    private SharedService shared;

    @Before
    public void open() {
        SchemaReady ready = new SchemaReady() { };
        core = new ChatterCore(ready, world.crm.acts(), world.crm.jpa("crm-chatter"), world.directory, world.crm.clock(),
                world.crm.records());
        files = new DefaultAttachmentService(ready, world.crm.acts(), world.crm.jpa("crm-chatter"),
                new DiskFileStore(Path.of("target", "files"), world.crm.clock()), world.settings, world.crm.records());
        shared = new DefaultSharedService(core, world.admin, world.settings, files, world.policies);
    }

    @Test
    public void W7_the_view_shows_messages_and_nothing_that_is_for_colleagues() {
        RecordRef card = world.card(ANN, ANN);
        Follower sue = world.follow(ANN, card, SUE);
        world.messages.post(world.actor(ANN), card, NewMessage.of("note", "Secret note"));
        world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Hello @[user:1]"));
        world.act(ANN, card, new OpportunityLost(world.state(card, LOST, ANN, ANN), NEW, new NamedRef(1, "Price"), null,
                "Too dear", "keep", 60));
        SharedView view = shared.view(token(card, sue), ListQuery.first(50));
        assertEquals("Lost", view.stage());
        assertEquals(null, view.ribbon());
        assertEquals("Sue", view.reader());
        assertEquals(1, view.messages().items().size());
        assertEquals("<p>Hello <span class=\"mention\">@Ann</span></p>", view.messages().items().get(0).body().strip());
        assertFalse(view.toString(), view.toString().matches("(?s).*(Secret|Price|dear|example\\.com).*"));
        world.settings.change(s -> new com.pivotino.crm.api.directory.Settings(true, 3, s.dueDaysByType(), s.mode(), s.zone(),
                s.currency(), s.holidays(), s.workingDays(), 10, null, true, 25, 60, 15, "keep", false, s.dueDaysByStage()));
        assertEquals(null, shared.view(token(card, sue), ListQuery.first(50)).stage());
    }

    @Test
    public void W7_an_answer_is_a_message_to_the_followers_and_no_notice_to_its_author() {
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(BOB.id()));
        Follower sue = world.follow(ANN, card, SUE);
        String token = token(card, sue);
        SharedView.Message sent = shared.post(token, new SharedService.Answer("Yes **please** @[user:3]", null));
        assertTrue(sent.mine());
        FeedEntry entry = world.feed(ANN, card, "message").get(0);
        assertEquals(List.of("contact", "Sue"), List.of(entry.author().kind(), entry.author().name()));
        assertTrue("outsiders cite nobody: " + entry.body(), entry.body().contains("@[user:3]"));
        assertTrue(entry.deliveries().stream().anyMatch(d -> d.person().name().equals("Bob") && d.state().equals("pending")));
        assertTrue(entry.deliveries().stream().noneMatch(d -> d.person().name().equals("Sue") && d.state().equals("pending")));
        FeedEntry note = world.messages.post(world.actor(ANN), card, NewMessage.of("note", "Hm")).value();
        assertEquals("validation_failed", refused(() -> shared.post(token, new SharedService.Answer("x", note.id()))));
        for (int i = 0; i < 19; i++) {
            shared.post(token, new SharedService.Answer("More", null));
        }
        assertEquals("rate_limited", refused(() -> shared.post(token, new SharedService.Answer("Too much", null))));
    }

    @Test
    public void W7_a_link_dies_by_time_by_revoking_and_by_unfollowing_and_a_message_extends_it() {
        RecordRef card = world.card(ANN, ANN);
        Follower sue = world.follow(ANN, card, SUE);
        String token = token(card, sue);
        world.crm.clock().advance(Duration.ofDays(89));
        world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Still there?"));
        world.crm.clock().advance(Duration.ofDays(89));
        shared.view(token, ListQuery.first(1));
        world.crm.clock().advance(Duration.ofDays(2));
        assertEquals("not_found", refused(() -> shared.view(token, ListQuery.first(1))));
        assertEquals("the same link, made to work again", token, token(card, sue));
        world.followers.revokeAccess(world.actor(ANN), card, sue.id());
        assertEquals("not_found", refused(() -> shared.view(token, ListQuery.first(1))));
        String next = token(card, sue);
        assertNotEquals(token, next);
        shared.unsubscribe(next);
        shared.unsubscribe(next);
        assertEquals(List.of("Ann"), world.followerNames(card));
        assertEquals("not_found", refused(() -> shared.view(next, ListQuery.first(1))));
    }

    @Test
    public void W7_readings_are_logged_and_a_forged_token_opens_nothing() {
        RecordRef card = world.card(ANN, ANN);
        Follower sue = world.follow(ANN, card, SUE);
        String token = token(card, sue);
        shared.view(token, ListQuery.first(1));
        shared.post(token, new SharedService.Answer("Hi", null));
        assertEquals(List.of("wrote", "read"), world.followers.views(world.actor(ANN), card, sue.id(), ListQuery.first(10)).items()
                .stream().map(FollowerService.View::action).toList());
        char last = token.charAt(token.length() - 5);
        String forged = token.substring(0, token.length() - 5) + (last == 'A' ? 'B' : 'A') + token.substring(token.length() - 4);
        assertEquals("not_found", refused(() -> shared.view(forged, ListQuery.first(1))));
        assertEquals("not_found", refused(() -> shared.view("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ListQuery.first(1))));
        assertEquals("not_found", refused(() -> shared.attachment(token, 4711)));
        assertEquals("no_link", refused(() -> world.followers.access(world.actor(ANN), card, world.followers(card).get(0).id())));
    }

    @Test
    public void L7_the_link_to_the_files_of_a_mail_opens_those_of_its_entry_only_and_for_90_days() {
        RecordRef card = world.card(ANN, ANN);
        FeedEntry sent = withFile(card, "plan.txt");
        FeedEntry other = withFile(card, "secret.txt");
        String link = core.automation(Set.of(), (em, tx) -> new AccessLinks(em).filesToken(sent.id(), tx.now()));
        assertEquals("plan.txt", shared.attachment(link, sent.attachments().get(0).id()).attachment().name());
        assertEquals("not_found", refused(() -> shared.attachment(link, other.attachments().get(0).id())));
        assertEquals("not_found", refused(() -> shared.view(link, ListQuery.first(1))));
        String forged = (link.charAt(5) == 'A' ? 'B' : 'A') + link.substring(1);
        assertEquals("not_found", refused(() -> shared.attachment(forged, sent.attachments().get(0).id())));
        world.crm.clock().advance(Duration.ofDays(91));
        assertEquals("not_found", refused(() -> shared.attachment(link, sent.attachments().get(0).id())));
    }

    private FeedEntry withFile(RecordRef card, String name) {
        long file = files.upload(world.actor(ANN), name, "text/plain", new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)))
                .id();
        return world.messages.post(world.actor(ANN), card, new NewMessage("message", "See", null, null, List.of(file), null, null, null,
                null)).value();
    }

    private static String token(RecordRef card, Follower follower) {
        return world.followers.access(world.actor(ANN), card, follower.id()).path().substring("/shared/".length());
    }

    private static String refused(Runnable call) {
        return assertThrows(CrmException.class, call::run).code();
    }
}
