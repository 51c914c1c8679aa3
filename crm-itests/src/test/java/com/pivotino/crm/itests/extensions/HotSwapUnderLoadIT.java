package com.pivotino.crm.itests.extensions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.PartnerJar;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.itests.partner.Behaving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Our own bundles are updated, restarted, and their API refreshed, under load (RELIABILITY F-08): other bundles' paths never fail,
 * a bundle's own answer 503 with Retry-After for at most three seconds, and nothing acknowledged is lost. The long form does it
 * {@code -Dcrm.hotswap.rounds=10} times; how long is measured there, because a build shares its processors.
 */
public class HotSwapUnderLoadIT {

    private static final int ROUNDS = Integer.getInteger("crm.hotswap.rounds", 1);
    private static final long MOST_GAP_MS = 3_000;
    private static final int CALM = 100;
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Bundles that every path needs, so that every path is theirs. */
    private static final Set<String> UNDER_ALL = Set.of("api", "runtime", "directory", "rest");
    private static final List<String> OWNED = List.of("activity", "chatter", "calendar", "web", "pipeline");

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();
    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, LongSummaryStatistics> gaps = new TreeMap<>();

    @Test
    public void each_bundle_is_swapped_while_the_others_answer() throws IOException {
        long before = System.nanoTime();
        try (SwapLoad load = new SwapLoad(CRM.crm())) {
            Await.that("all paths answer", SOON, () -> load.isWell(before));
            long warm = System.nanoTime();
            Await.that("the load runs", SOON, () -> load.since(warm).size() > CALM);
            long own = TimeUnit.NANOSECONDS.toMillis(load.since(warm).stream().mapToLong(SwapLoad.Seen::took).max().orElse(0));
            for (int round = 0; round < ROUNDS; round++) {
                for (String bundle : OWNED) {
                    swap(load, bundle, "bundle:update crm-" + bundle + "-bundle");
                }
                swap(load, "directory", "bundle:update crm-directory-bundle");
                swap(load, "rest", "bundle:restart crm-rest-bundle");
                swap(load, "rest", "bundle:update crm-rest-bundle");
                swap(load, "api", "bundle:refresh crm-api");
            }
            System.out.println("Hot swap: " + load.size() + " requests, " + load.acknowledged().size() + " writes; gaps in ms " + told());
            assertEquals("wrong answers", List.of(), wrong);
            for (String id : load.acknowledged()) {
                CRM.admin().get("/opportunities/" + id).expect(200);
            }
            if (ROUNDS > 1) {
                gaps.forEach((swap, gap) -> assertTrue(swap + ": " + gap.getMax() + " ms away, while an answer takes up to " + own
                        + " ms", gap.getMax() <= MOST_GAP_MS + 2 * own));
            }
        }
        List<String> errors = Files.readString(CRM.crm().home().resolve("log/karaf.log")).lines().filter(line -> line.contains(" ERROR "))
                .toList();
        assertEquals("errors in the log", List.of(), errors);
    }

    @Test
    public void a_kar_comes_and_goes_through_the_deploy_folder_and_costs_no_answer() throws IOException {
        Path jar = FOLDER.newFolder().toPath().resolve("partner-kar.jar");
        PartnerJar.write(jar, "partner-kar", List.of(new PartnerJar.Component(Behaving.High.class, StageProvider.class, Map.of())),
                Behaving.class, Behaving.High.class);
        Path half = FOLDER.newFolder().toPath().resolve("partner.kar");
        PartnerKar.write(Files.newOutputStream(half), "partner-kar", jar);
        long before = System.nanoTime();
        try (SwapLoad load = new SwapLoad(CRM.crm())) {
            Await.that("all paths answer", SOON, () -> load.isWell(before));
            long start = System.nanoTime();
            Path kar = CRM.deploy(half, "partner-kar.kar");
            Await.that("the KAR's plugin is used", SOON, () -> CRM.state("partner.High").equals("used"));
            Await.that("its stage is there", SOON, () -> CRM.stage("acme.pilot").isPresent());
            Files.delete(kar);
            Await.that("it is gone with the file", SOON, () -> CRM.plugin("partner.High").isEmpty());
            long gone = System.nanoTime();
            Await.that("all paths have answered since", SOON, () -> load.isWell(gone));
            assertEquals("failed answers", List.of(), load.since(start).stream().filter(seen -> !seen.isWell()).toList());
        }
    }

    private void swap(SwapLoad load, String bundle, String command) {
        long start = System.nanoTime();
        assertEquals(command, 0, CRM.crm().shell(command).status());
        long commanded = System.nanoTime();
        Await.that("all paths answer after " + command, SOON, () -> load.isWell(commanded));
        List<SwapLoad.Seen> failed = load.since(start).stream().filter(seen -> !seen.isWell()).toList();
        failed.stream().filter(seen -> !seen.calm() || !UNDER_ALL.contains(bundle) && !seen.owner().equals(bundle))
                .forEach(seen -> wrong.add(command + ": " + seen));
        failed.stream().collect(Collectors.groupingBy(SwapLoad.Seen::path, Collectors.summarizingLong(SwapLoad.Seen::at)))
                .values().forEach(path -> gaps.computeIfAbsent(command, fresh -> new LongSummaryStatistics())
                        .accept(TimeUnit.NANOSECONDS.toMillis(path.getMax() - path.getMin())));
    }

    private String told() {
        return gaps.entrySet().stream().map(gap -> gap.getKey() + ": " + gap.getValue().getMax()).collect(Collectors.joining(", "));
    }
}
