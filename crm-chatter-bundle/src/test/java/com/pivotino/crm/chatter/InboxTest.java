package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ADA;
import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static com.pivotino.crm.chatter.World.LOST;
import static com.pivotino.crm.chatter.World.NEW;
import static com.pivotino.crm.chatter.World.QUALIFIED;
import static com.pivotino.crm.chatter.World.WON;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivitiesHandedOver;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.calendar.event.MeetingScheduled;
import com.pivotino.crm.api.calendar.event.MeetingState;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.event.NotificationsChanged;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.Notification;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityDeleted;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.Lanes;
import com.pivotino.crm.chatter.internal.inbox.AppChannel;
import com.pivotino.crm.chatter.internal.inbox.DefaultNotificationService;
import com.pivotino.crm.chatter.internal.inbox.InboxListener;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Who is told of what, once, and what reading does (SEMANTICS X3, X7, A10, A11). */
public class InboxTest extends OnEachDatabase {

    private World world;
    private DefaultNotificationService inbox;
    private InboxListener listener;
    private Consumer<Instant> lane;
    private final List<String> told = new ArrayList<>();
    private final List<DomainEvent> heard = new ArrayList<>();

    @Before
    public void open() {
        world = new World(database);
        SchemaReady ready = new SchemaReady() { };
        inbox = new DefaultNotificationService(ready, world.crm.acts(), world.crm.jpa("crm-chatter"));
        ChatterCore core = new ChatterCore(ready, world.crm.acts(), world.crm.jpa("crm-chatter"), world.directory, world.crm.clock(),
                world.crm.records());
        listener = new InboxListener(core, world.settings, new DirectPlugins(), world.channels, world.policies);
        lane = Lanes.of("app", new AppChannel(core), core);
        world.crm.settledListener("chatter.inbox", new String[] {"pipeline.*", "activity.*", "calendar.*"}, event -> {
            heard.add(event);
            listener.on(event);
        });
        world.crm.listener("screen", new String[] {"chatter.NotificationsChanged"}, event -> told.add(
                event.record() + " " + event.body(NotificationsChanged.class).unread()));
    }

    @After
    public void close() {
        if (world != null) {
            world.close();
        }
    }

    private List<Notification> inbox(NamedRef who) {
        world.crm.deliverAll();
        lane.accept(world.crm.clock().instant());
        world.crm.deliverAll();
        return inbox.list(world.actor(who), ListQuery.first(50)).items();
    }

    private List<String> titles(NamedRef who) {
        return inbox(who).stream().map(Notification::title).toList();
    }

    private void move(NamedRef by, RecordRef card) {
        world.act(by, card, new StageChanged(world.state(card, QUALIFIED, ANN, BOB), NEW, true, 60));
    }

    private static ActivityAssigned assigned(RecordRef card, NamedRef by, NamedRef to) {
        ActivityState call = new ActivityState(8, card, new TypeRef(1, "call", "Call", "phone", "call"), "Ask for the budget",
                LocalDate.of(2026, 6, 10), Instant.EPOCH, Instant.EPOCH, to, null, false, "open");
        return new ActivityAssigned(call, "Deal", to, by, "scheduled");
    }

    @Test
    public void X3_followers_hear_of_a_stage_change_and_the_one_who_moved_does_not() {
        RecordRef card = world.card(ANN, BOB);
        inbox.readAll(world.actor(BOB));
        move(ANN, card);
        Notification notice = inbox(BOB).get(0);
        assertEquals("Deal " + card.id() + " moved from New to Qualified", notice.title());
        assertEquals("stage_changed", notice.kind());
        assertEquals("Ann", notice.author().name());
        assertEquals("You are its salesperson.", notice.why());
        assertEquals(card, notice.record());
        FeedEntry entry = world.feed(BOB, card).get(0);
        assertEquals(Long.valueOf(entry.id()), notice.entryId());
        assertEquals(entry.at(), notice.at());
        assertEquals(List.of(), inbox(ANN));
        assertEquals(List.of(), inbox(EVE));
    }

    @Test
    public void each_reads_by_mail_in_their_language_what_happened_and_why_they_are_told() {
        Map<String, String> mailed = new TreeMap<>();
        ChatterCore core = new ChatterCore(new SchemaReady() { }, world.crm.acts(), world.crm.jpa("crm-chatter"), world.directory,
                world.crm.clock(), world.crm.records());
        Consumer<Instant> mail = Lanes.of("mail", letter -> {
            mailed.merge(letter.recipient().name(), letter.title() + " | " + letter.html().strip() + " | " + letter.why(),
                    (a, b) -> a + "\n" + b);
            return DeliveryResult.delivered();
        }, core);
        world.directory.add(new User(2, 1, "bob", "Bob", "bob@example.com", null, null, Set.of(Role.SALESPERSON), true));
        world.directory.add(new User(3, 1, "eve", "Eve", "eve@example.com", null, "de-DE", Set.of(Role.SALESPERSON), true));
        RecordRef card = world.card(ANN, BOB);
        world.follow(ADA, card, PersonRef.user(EVE.id()), "activities", "discussions");
        world.crm.deliverAll();
        world.crm.clock().advance(Duration.ofMinutes(2));
        mail.accept(world.crm.clock().instant());
        mailed.clear();
        ActivityState call = assigned(card, ANN, BOB).activity();
        world.act(ANN, card, new ActivityCompleted(call, "They want more.", null, null, null, false));
        world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Off it goes"));
        world.crm.deliverAll();
        world.crm.clock().advance(Duration.ofMinutes(2));
        mail.accept(world.crm.clock().instant());
        String deal = "Deal " + card.id();
        assertEquals("Ann hat zu " + deal + " geschrieben: Off it goes | <p>Off it goes</p> | Sie folgen dem Vorgang.\n"
                + deal + ": Call “Ask for the budget” erledigt, zugewiesen an Bob | <p>They want more.</p> | Sie folgen dem Vorgang.",
                sorted(mailed.get("Eve")));
        assertEquals("Ann wrote on " + deal + ": Off it goes | <p>Off it goes</p> | You are its salesperson.", mailed.get("Bob"));
        assertEquals("The app is in English", deal + ": Call “Ask for the budget” done, assigned to Bob They want more.",
                inbox(EVE).get(0).title());
    }

    @Test
    public void a_new_event_or_message_tells_only_its_own_people() {
        RecordRef card = world.card(ANN, ANN);
        RecordRef other = world.card(ANN, ADA);
        world.follow(ANN, card, PersonRef.user(EVE.id()), "discussions", "meetings");
        List.of(ADA, BOB, EVE).forEach(who -> inbox.readAll(world.actor(who)));
        inbox(ADA);
        inbox.readAll(world.actor(ADA));
        world.act(ANN, card, new MeetingScheduled(new MeetingState(5, null, "Demo", Instant.parse("2026-06-04T10:00:00Z"),
                Instant.parse("2026-06-04T11:00:00Z"), null, "Europe/Berlin", null, null, ANN,
                List.of(PersonRef.user(1), PersonRef.user(2))), List.of(PersonRef.user(2))));
        Notification invited = inbox(BOB).get(0);
        assertEquals("Deal " + card.id() + ": Meeting “Demo” planned for 2026-06-04 12:00 Europe/Berlin", invited.title());
        assertEquals(Instant.parse("2026-06-04T10:00:00Z"), invited.phrase().values().get(2).at());
        assertEquals("who follows the record and does not attend is not told", 0, inbox.unread(world.actor(EVE)));
        inbox.readAll(world.actor(BOB));
        world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Hello"));
        assertEquals(List.of("Ann wrote on Deal " + card.id() + ": Hello"), titles(EVE).subList(0, 1));
        assertEquals("who only attends a meeting is told of no message", 0, inbox.unread(world.actor(BOB)));
        inbox(ADA);
        assertEquals("who follows another record", 0, inbox.unread(world.actor(ADA)));
        assertEquals(List.of(), inbox(ANN));
        assertFalse(other.equals(card));
    }

    @Test
    public void a_reply_that_names_its_reader_twice_is_one_notice_and_one_mail() {
        RecordRef card = world.card(ANN, BOB);
        FeedEntry first = world.messages.post(world.actor(BOB), card, NewMessage.of("message", "Shall we?")).value();
        inbox(BOB);
        inbox.readAll(world.actor(BOB));
        FeedEntry reply = world.messages.post(world.actor(ANN), card, new NewMessage("message", "@[user:2] yes, @Bob", null, null, null,
                first.id(), null, null, null)).value();
        assertEquals(Set.of("Ann app skipped author", "Bob app pending null", "Bob mail pending null"), told(reply));
        assertEquals(2, reply.deliveries().stream().filter(d -> d.person().name().equals("Bob")).count());
        inbox(BOB);
        assertEquals(1, inbox.unread(world.actor(BOB)));
    }

    private static String sorted(String lines) {
        return lines.lines().sorted().collect(Collectors.joining("\n"));
    }

    @Test
    public void X3_who_does_not_want_a_subtype_hears_nothing_of_it() {
        RecordRef card = world.card(ANN, ANN);
        world.follow(ADA, card, PersonRef.user(EVE.id()), "won");
        world.follow(ADA, card, PersonRef.user(BOB.id()), "activities", "stage_changed");
        move(ANN, card);
        world.act(ANN, card, new ActivityCompleted(assigned(card, ANN, ANN).activity(), null, null, null, null, false));
        assertEquals(List.of(), titles(EVE));
        assertEquals(List.of("Deal " + card.id() + ": Call “Ask for the budget” done"), titles(BOB));
        world.act(ANN, card, new OpportunityWon(world.state(card, WON, ANN, ANN), QUALIFIED, "keep", 60));
        assertEquals(List.of("Deal " + card.id() + " was won"), titles(EVE));
    }

    @Test
    public void X3_who_has_left_is_told_nothing() {
        RecordRef card = world.card(ANN, BOB);
        world.directory.add(new User(2, 2, "bob", "Bob", "bob@example.com", null, null, Set.of(Role.SALESPERSON), false));
        move(ANN, card);
        assertEquals(List.of(), inbox(BOB));
    }

    @Test
    public void a_record_has_one_unread_notice_that_tells_the_latest() {
        RecordRef card = world.card(ANN, BOB);
        assertEquals(List.of("Deal " + card.id() + " is new"), titles(BOB));
        world.crm.clock().advance(Duration.ofMinutes(1));
        move(ANN, card);
        world.act(ANN, card, new OpportunityLost(world.state(card, LOST, ANN, BOB), QUALIFIED, new NamedRef(1, "Price"), null,
                null, "keep", 60));
        assertEquals(List.of("Deal " + card.id() + " was lost"), titles(BOB));
        assertEquals(1, inbox.unread(world.actor(BOB)));
        assertEquals(world.crm.clock().instant(), inbox(BOB).get(0).at());
    }

    @Test
    public void what_was_read_stays_and_the_next_event_is_a_notice_of_its_own() {
        RecordRef card = world.card(ANN, BOB);
        Notification first = inbox(BOB).get(0);
        assertFalse(first.read());
        assertTrue(inbox.read(world.actor(BOB), first.id()).read());
        assertTrue(inbox.read(world.actor(BOB), first.id()).read());
        world.crm.clock().advance(Duration.ofMinutes(1));
        move(ANN, card);
        assertEquals(List.of("Deal " + card.id() + " moved from New to Qualified", "Deal " + card.id() + " is new"), titles(BOB));
        assertEquals(List.of(false, true), inbox(BOB).stream().map(Notification::read).toList());
        assertEquals(List.of("inbox:2 1", "inbox:2 0", "inbox:2 1"), told);
    }

    @Test
    public void one_act_is_one_notice_and_the_weightier_news_are_told() {
        RecordRef card = world.card(ANN, BOB);
        inbox(BOB);
        inbox.readAll(world.actor(BOB));
        world.crm.acts().run(Act.of(world.actor(ANN), card), tx -> {
            tx.publish(card, new StageChanged(world.state(card, QUALIFIED, ANN, BOB), NEW, true, 60));
            return tx.publish(card, new OpportunityChanged(world.state(card, QUALIFIED, ANN, BOB),
                    List.of(new FieldChange("expectedRevenue", "1", "2")), null, false));
        });
        assertEquals(2, inbox(BOB).size());
        assertEquals("Deal " + card.id() + " moved from New to Qualified", inbox(BOB).get(0).title());
        inbox.readAll(world.actor(BOB));
        world.crm.clock().advance(Duration.ofMinutes(1));
        world.act(ANN, card, new OpportunityChanged(world.state(card, QUALIFIED, ANN, BOB),
                List.of(new FieldChange("expectedRevenue", "2", "3"), new FieldChange("name", "a", "b")), null, false));
        assertEquals("Deal " + card.id() + ": expected revenue 2 \u2192 3, name a \u2192 b", inbox(BOB).get(0).title());
    }

    @Test
    public void A10_the_assignee_is_told_once_and_lesser_news_do_not_paint_it_over() {
        RecordRef card = world.card(ANN, BOB);
        inbox(BOB);
        inbox.readAll(world.actor(BOB));
        world.act(ANN, card, assigned(card, ANN, BOB));
        world.act(BOB, card, assigned(card, BOB, BOB));
        Notification notice = inbox(BOB).get(0);
        assertEquals("assigned", notice.kind());
        assertEquals("Call “Ask for the budget” is yours: Deal, due 2026-06-10", notice.title());
        assertEquals("It was assigned to you.", notice.why());
        assertEquals("yours [Call “Ask for the budget” null, Deal null, 2026-06-10 2026-06-10]", notice.phrase().key() + " "
                + notice.phrase().values().stream().map(value -> value.text() + " " + value.day()).toList());
        world.crm.clock().advance(Duration.ofMinutes(1));
        move(ANN, card);
        assertEquals(notice.title(), inbox(BOB).get(0).title());
        assertEquals(world.crm.clock().instant(), inbox(BOB).get(0).at());
        assertEquals(1, inbox.unread(world.actor(BOB)));
    }

    @Test
    public void A11_who_takes_over_is_told_how_much() {
        RecordRef left = new RecordRef("user", BOB.id());
        world.act(ADA, left, new ActivitiesHandedOver(BOB, EVE, 3));
        Notification notice = inbox(EVE).get(0);
        assertEquals("handed_over", notice.kind());
        assertEquals("3 open activities of Bob are yours now", notice.title());
        assertEquals(left, notice.record());
    }

    @Test
    public void an_import_and_what_was_undone_are_told_to_nobody() {
        RecordRef card = RecordRef.opportunity(77);
        world.crm.acts().run(Act.of(world.actor(ANN), "import", Set.of(card)),
                tx -> tx.publish(card, new OpportunityCreated(world.state(card, NEW, ANN, BOB), true, true)));
        assertEquals(List.of(), inbox(BOB));
        var moved = world.crm.acts().run(Act.of(world.actor(ANN), card).undoable(10),
                tx -> tx.publish(card, new StageChanged(world.state(card, QUALIFIED, ANN, BOB), NEW, true, 60)));
        assertEquals("held until it is settled", List.of(), inbox(BOB));
        world.crm.undos().undo(world.actor(ANN), moved.undo().token());
        world.crm.clock().advance(Duration.ofSeconds(11));
        assertEquals(List.of(), inbox(BOB));
    }

    @Test
    public void an_event_that_comes_again_changes_nothing() {
        RecordRef card = world.card(ANN, BOB);
        move(ANN, card);
        inbox(BOB);
        Notification notice = inbox(BOB).get(0);
        for (DomainEvent event : List.copyOf(heard)) {
            listener.on(event);
        }
        assertEquals(List.of(notice), inbox(BOB));
        inbox.readAll(world.actor(BOB));
        for (DomainEvent event : List.copyOf(heard)) {
            listener.on(event);
        }
        assertEquals(0, inbox.unread(world.actor(BOB)));
        assertEquals(1, inbox(BOB).size());
    }

    @Test
    public void everybody_has_only_their_own_inbox_page_by_page() {
        for (int i = 0; i < 5; i++) {
            world.crm.clock().advance(Duration.ofSeconds(1));
            world.card(ANN, BOB);
        }
        List<Notification> all = inbox(BOB);
        assertEquals(5, all.size());
        inbox.read(world.actor(BOB), all.get(1).id());
        assertThrows(CrmException.class, () -> inbox.read(world.actor(ANN), all.get(0).id()));
        Page<Notification> first = inbox.list(world.actor(BOB), new ListQuery(2, null, null, true, Map.of("unread", List.of("true"))));
        assertEquals(Long.valueOf(4), first.total());
        Page<Notification> second = inbox.list(world.actor(BOB),
                new ListQuery(2, first.next(), null, false, Map.of("unread", List.of("true"))));
        assertEquals(List.of(all.get(0).id(), all.get(2).id(), all.get(3).id(), all.get(4).id()),
                java.util.stream.Stream.concat(first.items().stream(), second.items().stream()).map(Notification::id).toList());
        assertNotEquals(null, first.next());
        assertEquals(null, second.next());
        assertEquals(4, inbox.readAll(world.actor(BOB)).read());
        assertEquals(0, inbox.readAll(world.actor(BOB)).read());
    }

    @Test
    public void nobody_is_told_of_what_is_gone() {
        RecordRef card = world.card(ANN, BOB);
        inbox(BOB);
        world.act(ANN, card, new OpportunityDeleted(world.state(card, NEW, ANN, BOB)));
        assertEquals(List.of(), inbox(BOB));
        world.crm.deliverAll();
        assertEquals(List.of("inbox:2 1", "inbox:2 0"), told);
    }

    @Test
    public void X7_a_message_reaches_the_inbox_and_reading_it_there_keeps_its_mail_from_leaving() {
        RecordRef card = world.cardOf(ANN, BOB, PersonRef.contact(9));
        inbox(BOB);
        inbox.readAll(world.actor(BOB));
        FeedEntry entry = world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Shall we **call**?")).value();
        Notification notice = inbox(BOB).get(0);
        assertEquals(List.of("discussions", "Ann wrote on Deal: Shall we call?", "You are its salesperson."),
                List.of(notice.kind(), notice.title().replaceAll(" \\d+", ""), notice.why()));
        assertEquals(Long.valueOf(entry.id()), notice.entryId());
        inbox.read(world.actor(BOB), notice.id());
        assertEquals(Set.of("Ann app skipped author", "Bob app read null", "Bob mail skipped read_in_app", "Sue mail pending null"),
                told(world.feed(ANN, card, "message").get(0)));
    }

    @Test
    public void V1_who_is_mentioned_is_told_so_once_and_an_edit_tells_the_new_ones_only() {
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(2));
        world.follow(ANN, card, PersonRef.user(3));
        inbox(BOB);
        inbox.readAll(world.actor(BOB));
        FeedEntry note = world.messages.post(world.actor(ANN), card, NewMessage.of("note", "@[user:2] see @[user:2]")).value();
        assertEquals("mention", inbox(BOB).get(0).kind());
        assertEquals(1, inbox.unread(world.actor(BOB)));
        inbox.readAll(world.actor(BOB));
        inbox.readAll(world.actor(EVE));
        world.messages.edit(world.actor(ANN), note.id(), new MergePatch(Map.of("body", "@[user:2] and @[user:3]")));
        assertEquals("mention", inbox(EVE).get(0).kind());
        assertEquals(0, inbox.unread(world.actor(BOB)));
    }

    @Test
    public void X3_changes_are_mailed_after_the_delay_and_people_outside_never_see_what_the_entry_says() {
        RecordRef card = world.card(ANN, BOB);
        world.follow(BOB, card, PersonRef.contact(9), "lost");
        world.act(ANN, card, new OpportunityLost(world.state(card, LOST, ANN, BOB), NEW, new NamedRef(1, "Price"), null,
                "They said 5000 is too much", "keep", 60));
        inbox(BOB);
        assertEquals(Set.of("Bob app sent null", "Bob mail pending null"), told(world.feed(ANN, card, "change").get(0)));
        List<DeliveryEntity> outside = world.crm.jpa("crm-chatter").txExpr(TransactionType.Required, em -> em.createQuery(
                "SELECT d FROM DeliveryEntity d WHERE d.personKind = 'contact' AND d.recordId = :id", DeliveryEntity.class)
                .setParameter("id", card.id()).getResultList());
        assertEquals(1, outside.size());
        assertEquals(null, outside.get(0).entryId());
        assertFalse(outside.get(0).title(), outside.get(0).title().contains("5000"));
    }

    @Test
    public void W4_the_salesperson_before_is_told_once_that_they_still_follow() {
        RecordRef card = world.card(ANN, BOB);
        inbox(BOB);
        inbox.readAll(world.actor(BOB));
        world.act(ADA, card, new OpportunityChanged(world.state(card, NEW, ANN, EVE),
                List.of(new FieldChange("salesperson", "Bob", "Eve")), BOB, true));
        assertEquals("You were its salesperson and still follow it; you can stop following.", inbox(BOB).get(0).why());
    }

    @Test
    public void a_partners_rule_names_further_people_who_can_read_the_record() {
        listener.come((event, audience) -> Set.of("user:4", "user:3", "nonsense"), Map.of("crm.event.types", "pipeline.StageChanged"));
        listener.come((event, audience) -> {
            throw new IllegalStateException("broken");
        }, Map.of("crm.event.types", "*"));
        RecordRef card = world.card(ANN, BOB);
        move(ANN, card);
        assertEquals("A rule of the workspace names you.", inbox(ADA).get(0).why());
        assertEquals("who cannot read it is not told", List.of(), inbox(EVE));
    }

    private static Set<String> told(FeedEntry entry) {
        Set<String> lines = new TreeSet<>();
        entry.deliveries().forEach(d -> lines.add(d.person().name() + " " + d.channel() + " " + d.state() + " " + d.reason()));
        return lines;
    }
}
