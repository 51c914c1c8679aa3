package com.pivotino.crm.itests.extensions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.PartnerJar;
import com.pivotino.crm.itests.partner.Behaving;
import com.pivotino.crm.itests.partner.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Test;

/** Of two providers for one thing the ranking decides; the loser is shown as shadowed and takes over when the winner goes. */
public class TwoProvidersRankingIT {

    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();

    @Test
    public void of_two_providers_of_one_stage_the_higher_ranking_defines_it() throws IOException {
        Path low = provider("low", Behaving.Low.class, 1);
        Await.that("the only provider's stage", SharedCrm.SOON, () -> name().equals("Pilot of the low"));
        assertEquals("used", CRM.state("partner.Low"));
        Path high = provider("high", Behaving.High.class, 2);
        Await.that("the higher ranking's stage", SharedCrm.SOON, () -> name().equals("Pilot of the high"));
        assertEquals("used", CRM.state("partner.High"));
        assertEquals("shadowed", CRM.state("partner.Low"));
        assertEquals("acme.pilot is that of partner.High, which has the higher ranking.",
                CRM.plugin("partner.Low").orElseThrow().path("reason").asText());
        Files.delete(high);
        Await.that("the lower one's again", SharedCrm.SOON, () -> name().equals("Pilot of the low"));
        assertEquals("used", CRM.state("partner.Low"));
        Files.delete(low);
        Await.that("both are gone", SharedCrm.SOON, () -> CRM.plugin("partner.Low").isEmpty());
    }

    @Test
    public void of_two_channels_with_one_id_the_higher_ranking_delivers() throws IOException {
        Path jar = CRM.deployed("two-channels.jar");
        PartnerJar.write(jar, "partner.two-channels", List.of(
                new PartnerJar.Component(Behaving.Quiet.class, NotificationChannel.class,
                Map.of(NotificationChannel.ID, "two", "service.ranking", 5)),
                new PartnerJar.Component(Broken.Channel.class, NotificationChannel.class, Map.of(NotificationChannel.ID, "two"))),
                Behaving.class, Behaving.Quiet.class, Broken.class, Broken.Channel.class);
        Await.that("both channels are there", SharedCrm.SOON, () -> CRM.plugin("partner.Quiet").isPresent() && CRM.plugin("partner.Channel")
                .isPresent());
        assertEquals("used", CRM.state("partner.Quiet"));
        assertEquals("shadowed", CRM.state("partner.Channel"));
        assertTrue(CRM.plugin("partner.Channel").orElseThrow().path("reason").asText().contains("partner.Quiet"));
        Files.delete(jar);
        Await.that("both are gone", SharedCrm.SOON, () -> CRM.plugin("partner.Quiet").isEmpty());
    }

    private static Path provider(String name, Class<? extends StageProvider> provider, int ranking) throws IOException {
        Path jar = CRM.deployed(name + ".jar");
        PartnerJar.write(jar, "partner." + name, List.of(new PartnerJar.Component(provider, StageProvider.class,
                Map.of("service.ranking", ranking))), Behaving.class, provider);
        return jar;
    }

    private static String name() {
        return CRM.stage("acme.pilot").map(stage -> stage.path("name").asText()).orElse("");
    }
}
