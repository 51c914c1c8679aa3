package com.pivotino.crm.chatter.internal.delivery;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Said;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.recipient.Why;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.FakeDirectory;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Test;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;

public class DeliveryLaneTest extends OnEachDatabase {

    private static final ModuleUnit CHATTER = new ModuleUnit("chatter", FeedLine.class.getClassLoader());
    private static CrmHarness crm;
    private static FakeDirectory directory;
    private static ChatterCore core;
    private static int count;

    private final Plugins<NotificationChannel> channels = Plugins.of(NotificationChannel.class);
    private final List<OutgoingNotification> got = Collections.synchronizedList(new ArrayList<>());
    private Function<OutgoingNotification, DeliveryResult> answer = notification -> DeliveryResult.delivered();

    @BeforeParam
    public static void open(Database database) {
        crm = CrmHarness.start(database, CHATTER);
        directory = new FakeDirectory();
        directory.addUser(1, "Ann", Role.SALESPERSON);
        directory.addUser(2, "Bob", Role.SALESPERSON);
        core = core(crm, directory);
    }

    private static ChatterCore core(CrmHarness node, Directory people) {
        return new ChatterCore(new SchemaReady() { }, node.acts(), node.jpa("crm-chatter"), people, crm.clock(), node.records());
    }

    @AfterParam
    public static void close() {
        crm.close();
    }

    @Before
    public void clear() {
        core.automation(Set.of(), (em, tx) -> em.createNativeQuery("DELETE FROM ch_delivery").executeUpdate());
        channels.come(notification -> {
            got.add(notification);
            return answer.apply(notification);
        }, Map.of(NotificationChannel.ID, "chat"));
    }

    @Test
    public void a_due_delivery_is_handed_over_once_with_all_that_is_known() {
        long id = pending("chat", 1);
        run();
        run();
        assertEquals(1, got.size());
        assertEquals(id, got.get(0).deliveryId());
        assertEquals("ann@example.com", got.get(0).recipient().email());
        assertEquals("You follow it.", got.get(0).why());
        assertEquals("sent", state(id).get(0));
    }

    @Test
    public void what_is_not_due_waits() {
        long id = pending("chat", 1);
        core.automation(Set.of(), (em, tx) -> em.createNativeQuery("UPDATE ch_delivery SET next_at = ?1")
                .setParameter(1, DeliveryQueue.column(now().plusSeconds(60))).executeUpdate());
        run();
        assertEquals(List.of(), got);
        crm.clock().advance(Duration.ofSeconds(60));
        run();
        assertEquals("sent", state(id).get(0));
    }

    @Test
    public void retry_backs_off_and_is_failed_in_the_end() {
        long id = pending("chat", 1);
        answer = notification -> DeliveryResult.retry("full");
        for (Duration wait : List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10),
                Duration.ofHours(1))) {
            int before = got.size();
            run();
            run();
            assertEquals(before + 1, got.size());
            assertEquals(List.of("pending", "full"), state(id));
            crm.clock().advance(wait);
        }
        run();
        assertEquals(List.of("failed", "full"), state(id));
        assertEquals(6, got.size());
    }

    @Test
    public void an_exception_is_a_retry_and_a_rejection_is_final() {
        long id = pending("chat", 1);
        answer = notification -> {
            throw new IllegalStateException("broken");
        };
        run();
        assertEquals("pending", state(id).get(0));
        answer = notification -> DeliveryResult.rejected("blocked");
        crm.clock().advance(Duration.ofSeconds(1));
        run();
        assertEquals(List.of("failed", "blocked"), state(id));
    }

    @Test
    public void the_highest_ranking_of_an_id_is_asked_and_another_id_has_its_own_lane() {
        List<OutgoingNotification> better = new ArrayList<>();
        channels.come(notification -> {
            better.add(notification);
            return DeliveryResult.delivered();
        }, Map.of(NotificationChannel.ID, "chat", "service.ranking", 5));
        pending("chat", 1);
        long other = pending("pager", 1);
        run();
        assertEquals(1, better.size());
        assertEquals(List.of(), got);
        assertEquals("no channel is there: it waits", "pending", state(other).get(0));
    }

    @Test
    public void what_a_channel_does_not_tell_of_is_skipped() {
        Plugins<NotificationChannel> picky = Plugins.of(NotificationChannel.class);
        picky.come(notification -> DeliveryResult.delivered(), Map.of(NotificationChannel.ID, "chat", NotificationChannel.TYPES,
                "pipeline.*"));
        long id = pending("chat", 1);
        new DeliveryLane("chat", picky, new DirectPlugins(), core).run(now());
        assertEquals(List.of("skipped", "not_by_this_channel"), state(id));
    }

    @Test
    public void who_has_left_is_not_told() {
        long id = pending("chat", 77);
        run();
        assertEquals(List.of("skipped", "inactive"), state(id));
    }

    @Test
    public void a_channel_that_hangs_holds_up_nobody_else() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        answer = notification -> {
            try {
                release.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return DeliveryResult.delivered();
        };
        channels.come(notification -> DeliveryResult.delivered(), Map.of(NotificationChannel.ID, "pager"));
        List<Long> pagers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pending("chat", 1);
            pagers.add(pending("pager", 1));
        }
        try (TimedPlugins calls = new TimedPlugins()) {
            ExecutorService lanes = Executors.newFixedThreadPool(2);
            Future<?> hanging = lanes.submit(() -> new DeliveryLane("chat", channels, calls, core).run(now()));
            Future<?> other = lanes.submit(() -> new DeliveryLane("pager", channels, calls, core).run(now()));
            other.get(20, TimeUnit.SECONDS);
            pagers.forEach(id -> assertEquals("sent", state(id).get(0)));
            hanging.get(20, TimeUnit.SECONDS);
            lanes.shutdown();
        } finally {
            release.countDown();
        }
        assertEquals("one call hangs, not thirty", 1, got.size());
    }

    @Test
    public void two_nodes_hand_over_each_once() throws Exception {
        for (int i = 0; i < 300; i++) {
            pending("chat", 1 + i % 2);
        }
        try (CrmHarness other = crm.node(CHATTER)) {
            ExecutorService lanes = Executors.newFixedThreadPool(4);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                DeliveryLane lane = new DeliveryLane("chat", channels, new DirectPlugins(), i < 2 ? core : core(other, directory));
                runs.add(lanes.submit(() -> lane.run(now())));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
            lanes.shutdown();
        }
        run();
        assertEquals(300, got.size());
        assertEquals(300, got.stream().map(OutgoingNotification::deliveryId).distinct().count());
    }

    @Test
    public void mail_waits_for_the_end_of_quiet_hours_and_other_channels_do_not() {
        PluginInvoker direct = new DirectPlugins();
        channels.come(notification -> {
            got.add(notification);
            return DeliveryResult.delivered();
        }, Map.of(NotificationChannel.ID, "mail"));
        String hour = now().toString().substring(11, 13);
        String until = String.format("%02d:00", (Integer.parseInt(hour) + 2) % 24);
        ChatterCore quiet = core(crm, wishing(new NotificationPreferences("both", Map.of(), "immediate", hour + ":00", until)));
        long mail = pending("mail", 1);
        long chat = pending("chat", 1);
        new DeliveryLane("mail", channels, direct, quiet).run(now());
        new DeliveryLane("chat", channels, direct, quiet).run(now());
        assertEquals("pending", state(mail).get(0));
        assertEquals("sent", state(chat).get(0));
        crm.clock().advance(Duration.ofHours(2));
        new DeliveryLane("mail", channels, direct, quiet).run(now());
        assertEquals("sent", state(mail).get(0));
    }

    @Test
    public void a_digest_gathers_what_happened_into_one_mail() {
        PluginInvoker direct = new DirectPlugins();
        channels.come(notification -> {
            got.add(notification);
            return DeliveryResult.delivered();
        }, Map.of(NotificationChannel.ID, "mail"));
        ChatterCore hourly = core(crm, wishing(new NotificationPreferences("both", Map.of(), "hourly", null, null)));
        List<Long> all = List.of(pending("mail", 1), pending("mail", 1), pending("mail", 1), pending("mail", 2));
        DeliveryLane lane = new DeliveryLane("mail", channels, direct, hourly);
        lane.run(now());
        assertEquals(List.of(), got);
        crm.clock().advance(Duration.ofHours(1));
        lane.run(now());
        assertEquals("one for each of two people", 2, got.size());
        assertEquals("3 things happened", got.get(0).title());
        assertTrue(got.get(0).html(), got.get(0).html().contains("Ann wrote"));
        all.forEach(id -> assertEquals("sent", state(id).get(0)));
    }

    @Test
    public void a_channel_that_takes_several_at_once_gets_them_together_and_each_has_its_own_result() {
        Plugins<NotificationChannel> many = Plugins.of(NotificationChannel.class);
        List<Integer> sizes = new ArrayList<>();
        many.come(new NotificationChannel() {
            @Override
            public DeliveryResult deliver(OutgoingNotification notification) {
                throw new AssertionError("one by one");
            }

            @Override
            public List<DeliveryResult> deliverAll(List<OutgoingNotification> notifications) {
                sizes.add(notifications.size());
                return notifications.stream().map(one -> one.recipient().person().id() == 1 ? DeliveryResult.delivered()
                        : DeliveryResult.rejected("no")).toList();
            }
        }, Map.of(NotificationChannel.ID, "crowd", NotificationChannel.BATCH, 20));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            ids.add(pending("crowd", 1 + i % 2));
        }
        new DeliveryLane("crowd", many, new DirectPlugins(), core).run(now());
        assertEquals(List.of(20, 20, 5), sizes);
        assertEquals(List.of("sent"), state(ids.get(0)));
        assertEquals(List.of("failed", "no"), state(ids.get(1)));
    }

    @Test
    public void too_few_results_are_no_answer() {
        Plugins<NotificationChannel> many = Plugins.of(NotificationChannel.class);
        many.come(new NotificationChannel() {
            @Override
            public DeliveryResult deliver(OutgoingNotification notification) {
                return DeliveryResult.delivered();
            }

            @Override
            public List<DeliveryResult> deliverAll(List<OutgoingNotification> notifications) {
                return List.of();
            }
        }, Map.of(NotificationChannel.ID, "short", NotificationChannel.BATCH, 20));
        long id = pending("short", 1);
        new DeliveryLane("short", many, new DirectPlugins(), core).run(now());
        assertEquals(List.of("pending", "The channel gave no answer."), state(id));
    }

    private static Directory wishing(NotificationPreferences wish) {
        return (Directory) java.lang.reflect.Proxy.newProxyInstance(Directory.class.getClassLoader(), new Class<?>[] {Directory.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("notificationPreferences")) {
                        Map<Long, NotificationPreferences> wishes = new java.util.HashMap<>();
                        ((Collection<?>) arguments[0]).forEach(id -> wishes.put((Long) id, wish));
                        return wishes;
                    }
                    return method.invoke(directory, arguments);
                });
    }

    private void run() {
        new DeliveryLane("chat", channels, new DirectPlugins(), core).run(now());
    }

    private static Instant now() {
        return crm.clock().instant();
    }

    private long pending(String channel, long user) {
        String event = "event" + count++;
        return core.automation(Set.of(), (em, tx) -> {
            DeliverySubject about = new DeliverySubject(event, "chatter.MessagePosted", RecordRef.opportunity(12), null, "discussions",
                    new Said("Ann wrote", Phrase.of("said.wrote", "Ann", "Deal", "")), tx.now(), new NamedPerson("user", 2, "Bob"),
                    "cause");
            DeliveryEntity delivery = new DeliveryEntity(about, new DeliveryRecipient(PersonRef.user(user), "Ann", null), channel,
                    Why.FOLLOWER.said(), tx.now());
            em.persist(delivery);
            em.flush();
            return delivery.id();
        });
    }

    private static List<Object> state(long id) {
        return core.read(em -> {
            DeliveryEntity found = em.find(DeliveryEntity.class, id);
            return found.reason() == null ? List.of(found.state().key()) : List.of(found.state().key(), found.reason());
        });
    }
}
