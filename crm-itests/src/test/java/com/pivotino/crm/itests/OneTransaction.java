package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.activity.ActivityService;
import com.pivotino.crm.api.chatter.FeedService;
import com.pivotino.crm.api.event.Reaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.KarafDistributionOption;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** What holds on every database: saving an opportunity writes into four bundles' tables, or into none. */
final class OneTransaction {

    private static final String REACTION = "itests.refuses";
    private static final List<String> COUNTS = List.of(
            "SELECT COUNT(*) FROM pl_opportunity", "SELECT COUNT(*) FROM pl_history",
            // The kept figures, folded in the background or not yet.
            "SELECT COALESCE(SUM(n), 0) FROM (SELECT n FROM pl_total UNION ALL SELECT n FROM pl_total_delta) figures",
            "SELECT COUNT(*) FROM ac_activity", "SELECT COUNT(*) FROM ch_entry",
            "SELECT COUNT(*) FROM rt_event WHERE type LIKE 'pipeline.%' OR type LIKE 'activity.%'");

    private final BundleContext context;

    OneTransaction(BundleContext context) {
        this.context = context;
    }

    /** The operator trusts this test's reaction: only then does it run. */
    static Option trusted() {
        return KarafDistributionOption.editConfigurationFilePut("etc/com.pivotino.crm.runtime.cfg", "trustedReactions", REACTION);
    }

    void a_failing_reaction_takes_everything_back() throws Exception {
        Rest admin = Container.admin();
        List<Long> before = counts();
        List<String> seen = new ArrayList<>();
        Reaction refusing = (event, transaction) -> {
            ListQuery ofRecord = new ListQuery(10, null, null, false, Map.of("record", List.of(event.record().toString())));
            seen.add(service(ActivityService.class).list(transaction.actor(), ofRecord).items().size() + " activities");
            seen.add(service(FeedService.class).feed(transaction.actor(), event.record(), ListQuery.first(10)).items().isEmpty() ? "no feed"
                    : "a feed");
            throw new IllegalStateException("refused on purpose");
        };
        ServiceRegistration<?> registration = context.registerService(Reaction.class, refusing, new Hashtable<>(Map.of(
                Reaction.ID, REACTION, Reaction.TYPES, "pipeline.OpportunityCreated", "service.ranking", -100_000)));
        try {
            Rest.Reply reply = Await.until("the reaction is asked", java.time.Duration.ofSeconds(20), () -> {
                Rest.Reply answer = admin.post("/opportunities", Map.of("name", "Taken back"));
                return answer.status() >= 400 ? answer : null;
            });
            assertTrue("The answer names the reaction: " + reply, reply.http().body().contains(REACTION));
            assertTrue("It ran last, with the rows of the others in sight: " + seen,
                    seen.subList(0, 2).equals(List.of("1 activities", "a feed")));
        } finally {
            registration.unregister();
        }
        assertEquals("Nothing is left of it in " + COUNTS, before, counts());
        assertEquals(0, admin.get("/opportunities?q=Taken").expect(200).json().path("items").size());
    }

    void without_it_everything_is_there() throws Exception {
        Rest admin = Container.admin();
        List<Long> before = counts();
        admin.post("/opportunities", Map.of("name", "Kept")).expect(201);
        List<Long> after = counts();
        for (int i = 0; i < COUNTS.size(); i++) {
            assertTrue(COUNTS.get(i) + " has grown: " + before + " " + after, after.get(i) > before.get(i));
        }
    }

    private <S> S service(Class<S> type) {
        return context.getService(context.getServiceReference(type));
    }

    private List<Long> counts() throws InvalidSyntaxException {
        ServiceReference<DataSource> reference = context.getServiceReferences(DataSource.class, "(osgi.jndi.service.name=crm)").iterator()
                .next();
        try (Connection connection = context.getService(reference).getConnection(); Statement statement = connection.createStatement()) {
            List<Long> counts = new ArrayList<>();
            for (String count : COUNTS) {
                try (ResultSet rows = statement.executeQuery(count)) {
                    rows.next();
                    counts.add(rows.getLong(1));
                }
            }
            return counts;
        } catch (SQLException e) {
            // The exception's class is the driver's, which the test's process does not have.
            throw new AssertionError("The rows cannot be counted: " + e.getMessage());
        } finally {
            context.ungetService(reference);
        }
    }
}
