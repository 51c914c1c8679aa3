package com.pivotino.crm.itests.extensions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.PartnerJar;
import com.pivotino.crm.itests.Rest;
import com.pivotino.crm.itests.partner.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.ClassRule;
import org.junit.Test;

/** A channel that hangs delays nobody's post and no other channel; what it owes is tried again and seen (RELIABILITY F-12). */
public class HangingChannelIT {

    private static final String CHANNEL = "partner.Channel";
    private static final long MOST_MS = 2_000;

    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();

    @Test
    public void posts_stand_at_once_and_the_app_tells_while_a_partners_channel_hangs() throws IOException {
        Path jar = CRM.deployed("hanging-channel.jar");
        PartnerJar.write(jar, "partner.hanging-channel", List.of(new PartnerJar.Component(Broken.Channel.class, NotificationChannel.class,
                Map.of(NotificationChannel.ID, "hanging", "crm.plugin.timeoutMs", 500L))), Broken.class, Broken.Channel.class);
        Await.that("the channel is there", SharedCrm.SOON, () -> CRM.plugin(CHANNEL).isPresent());
        long colleague = CRM.admin().post("/users", Map.of("login", "hanna", "name", "Hanna", "password", CrmProcess.PASSWORD,
                "roles", List.of("salesperson"))).expect(201).id();
        long card = CRM.opportunity("Hanging");
        CRM.admin().post("/records/opportunity/" + card + "/followers", Map.of("person", Map.of("kind", "user", "id", colleague)))
                .expect(201);
        for (int post = 1; post <= 3; post++) {
            long start = System.nanoTime();
            CRM.admin().post("/records/opportunity/" + card + "/messages", Map.of("kind", "message", "body", "Post " + post)).expect(201);
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertTrue("the post took " + took + " ms", took < MOST_MS);
        }
        Rest hanna = CRM.crm().rest().as("hanna", CrmProcess.PASSWORD);
        Await.that("the app tells her", SharedCrm.SOON, () -> hanna.get("/notifications").expect(200).json().toString().contains("Post 3"));
        Await.that("the operator sees it", SharedCrm.SOON, () -> List.of("failing", "quarantined").contains(CRM.state(CHANNEL)));
        assertEquals("its delivery waits", "pending", state(card, "hanging"));

        Files.delete(jar);
        Await.that("the channel is gone", SharedCrm.SOON, () -> CRM.plugin(CHANNEL).isEmpty());
        CRM.admin().post("/records/opportunity/" + card + "/messages", Map.of("kind", "message", "body", "After")).expect(201);
        assertEquals("", state(card, "hanging"));
    }

    /** How the latest message fares by a channel; empty if it does not go that way. */
    private static String state(long card, String channel) {
        JsonNode entry = CRM.admin().get("/records/opportunity/" + card + "/feed?kinds=message").expect(200).json().path("items").path(0);
        return StreamSupport.stream(entry.path("deliveries").spliterator(), false)
                .filter(delivery -> channel.equals(delivery.path("channel").asText())).map(delivery -> delivery.path("state").asText())
                .findFirst().orElse("");
    }
}
