package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.itests.partner.WritesDown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;

/**
 * A partner's bundle, dropped into the deploy folder of the running product, hears every event once; after a restart it goes
 * on where it was, and after a kill as well, hearing again at most what it heard right before.
 */
public class RestartKeepsCursorIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    /** The cursor of a fast listener is written 50 ms later at the latest; the rest is a slow machine. */
    private static final long IN_FLIGHT_MS = 2000;

    /** What the partner's file says of one delivery. */
    private record Heard(long at, long position, String id, String type, long record) {
        static Heard of(String line) {
            String[] parts = line.split(" ");
            return new Heard(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3], Long.parseLong(parts[4]));
        }
    }

    @Test
    public void a_partners_listener_goes_on_where_it_was_after_a_restart_and_after_a_kill() throws Exception {
        try (CrmProcess product = new CrmProcess("cursor").with("CRM_JAVA_OPTS", CrmProcess.FIRST_COMPILER)) {
            product.start();
            PartnerJar.write(product.home().resolve("deploy/partner.jar"), WritesDown.class, "partner.writes-down");
            // A new listener begins with what happens from now on.
            Await.that("the partner's bundle hears", SOON, () -> create(product, 1) != null && !heard(product).isEmpty());
            requireEachOnce(awaitCreated(product, create(product, 5)));

            product.stop();
            product.start();
            assertTrue("The classes of the first run are kept for the next starts",
                    Files.readString(Path.of("/proc/" + product.pid() + "/cmdline")).contains("-XX:SharedArchiveFile="));
            List<Heard> heard = awaitCreated(product, create(product, 3));
            requireEachOnce(heard);

            int before = heard.size();
            CompletableFuture<List<Long>> creating = CompletableFuture.supplyAsync(() -> createUntilGone(product));
            Await.that("the partner hears what is going on", SOON, () -> heard(product).size() > before + 20);
            product.kill();
            long killed = System.currentTimeMillis();
            List<Heard> untilKill = heard(product);

            product.start();
            awaitCreated(product, creating.join());
            heard = awaitCreated(product, create(product, 1));
            requireNoneLost(heard);
            requireOnlyInFlightTwice(heard, killed);
            assertTrue("it did not begin anew", heard.get(untilKill.size()).position() > untilKill.get(before).position());
        }
    }

    private static List<Long> create(CrmProcess product, int count) {
        Rest admin = product.admin();
        return IntStream.range(0, count).mapToObj(i -> created(admin)).toList();
    }

    private static long created(Rest admin) {
        return admin.post("/opportunities", Map.of("name", "Heard of")).expect(201).id();
    }

    /** The acknowledged ones. */
    private static List<Long> createUntilGone(CrmProcess product) {
        Rest admin = product.admin();
        List<Long> acknowledged = new ArrayList<>();
        try {
            while (true) {
                acknowledged.add(created(admin));
            }
        } catch (UncheckedIOException gone) {
            return acknowledged;
        }
    }

    /** Waits until the partner has heard of these creations. */
    private static List<Heard> awaitCreated(CrmProcess product, List<Long> ids) {
        return Await.until("the partner has heard of " + ids, SOON, () -> {
            List<Heard> heard = heard(product);
            return heard.stream().filter(one -> one.type().equals("pipeline.OpportunityCreated")).map(Heard::record)
                    .collect(Collectors.toSet()).containsAll(ids) ? heard : null;
        });
    }

    private static void requireOnlyInFlightTwice(List<Heard> heard, long killed) {
        Map<String, Heard> first = new HashMap<>();
        for (Heard one : heard) {
            Heard earlier = first.putIfAbsent(one.id(), one);
            assertTrue(earlier + " was in flight at " + killed, earlier == null || killed - earlier.at() < IN_FLIGHT_MS);
        }
    }

    private static void requireEachOnce(List<Heard> heard) {
        assertEquals(heard.toString(), heard.size(), heard.stream().map(Heard::id).distinct().count());
        requireNoneLost(heard);
    }

    /** It listens to everything, so the places in the log follow one another. */
    private static void requireNoneLost(List<Heard> heard) {
        List<Long> positions = heard.stream().map(Heard::position).distinct().sorted().toList();
        List<Long> missing = new ArrayList<>();
        for (long place = positions.get(0); place <= positions.get(positions.size() - 1); place++) {
            if (!positions.contains(place)) {
                missing.add(place);
            }
        }
        assertEquals("places never heard of", List.of(), missing);
    }

    private static List<Heard> heard(CrmProcess product) {
        Path file = product.home().resolve(WritesDown.FILE);
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().map(Heard::of).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
