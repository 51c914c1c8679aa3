package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.karaf.options.KarafDistributionOption;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Each functional feature comes up alone, then all together; what runs is never refreshed (issue "skeleton"). */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesInstallIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> FUNCTIONAL = List.of("directory", "pipeline", "activity", "chatter", "calendar");

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    /** A Karaf with the third party bundles only: ours come by their features. */
    @Configuration
    public Option[] container() {
        Option thirdPartyOnly = Container.startingWith(line -> !line.contains("com.pivotino.crm/") || line.contains("crm-jpa-contract"),
                List.of());
        return Container.product(OptionUtils.combine(new Option[] {thirdPartyOnly},
                KarafDistributionOption.editConfigurationFilePut("etc/org.apache.karaf.features.cfg", "featuresBoot",
                "crm-datasource-h2")));
    }

    @Test
    public void each_feature_comes_up_alone_then_all_and_nothing_that_runs_is_refreshed() throws Exception {
        for (String module : FUNCTIONAL) {
            install("crm-" + module);
            Set<String> present = new TreeSet<>();
            Await.that("crm-" + module + " is satisfied alone", SOON, () -> {
                present.clear();
                present.addAll(crmBundles(Bundle.ACTIVE).keySet());
                return present.contains("crm-" + module + "-bundle");
            });
            for (String other : FUNCTIONAL) {
                if (!other.equals(module)) {
                    assertEquals("crm-" + module + " brings " + other, false, present.contains("crm-" + other + "-bundle"));
                }
            }
            features.uninstallFeature("crm-" + module, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
        }
        install("crm");
        Rest admin = Container.admin();
        Await.that("all modules are present", SOON, () -> modules(admin).containsAll(FUNCTIONAL));

        ConcurrentLinkedQueue<String> disturbed = new ConcurrentLinkedQueue<>();
        SynchronousBundleListener watch = event -> {
            if (event.getType() == BundleEvent.STOPPING || event.getType() == BundleEvent.UNRESOLVED) {
                disturbed.add(event.getBundle().getSymbolicName());
            }
        };
        Map<String, Integer> before = crmBundles(Bundle.ACTIVE);
        context.addBundleListener(watch);
        install("crm-test-clock");
        Await.that("the test clock answers", SOON, () -> admin.get("/test-clock").status() == 200);
        context.removeBundleListener(watch);
        assertEquals("Nothing that ran was stopped or refreshed", List.of(), List.copyOf(disturbed));
        assertEquals(before.keySet(), difference(crmBundles(Bundle.ACTIVE).keySet(), Set.of("crm-test-clock")));
    }

    private void install(String feature) throws Exception {
        features.installFeature(feature, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
    }

    private static Set<String> modules(Rest admin) {
        Set<String> names = new TreeSet<>();
        Rest.Reply reply = admin.get("/modules");
        if (reply.status() == 200) {
            for (JsonNode module : reply.json().path("items")) {
                names.add(module.path("name").asText());
            }
        }
        return names;
    }

    private Map<String, Integer> crmBundles(int state) {
        Map<String, Integer> found = new TreeMap<>();
        Arrays.stream(context.getBundles()).filter(b -> b.getSymbolicName().startsWith("crm-") && b.getState() == state)
                .forEach(b -> found.put(b.getSymbolicName(), b.getState()));
        return found;
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
