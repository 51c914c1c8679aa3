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

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.calendar.event.MeetingMoved;
import com.pivotino.crm.api.calendar.event.MeetingState;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import com.pivotino.crm.chatter.internal.inbox.InboxListener;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The notification matrix of SEMANTICS section 4, row by row, from the act to the rows of who is told. */
public class NotificationMatrixTest extends OnEachDatabase {

    private static final PersonRef SUE = PersonRef.contact(9);
    private static final PersonRef OTO = PersonRef.contact(10);
    private static final PersonRef KIM = PersonRef.contact(11);

    /** Ann acts. Attending a meeting: Bob and Eve. */
    private static final String MATRIX = """
            event             | A himself | salesperson | internal follower | internal mentioned | customer | following, unticked | external follower | external mentioned
            message           | no        | yes         | yes               | yes                | yes      | no                  | yes               | yes
            note              | no        | no          | no                | yes                | no       | no                  | no                | yes
            note, subscribed  | no        | yes         | yes               | yes                | no       | no                  | no                | yes
            stage change      | no        | yes         | yes               | no                 | no       | no                  | no                | no
            won               | no        | yes         | yes               | no                 | no       | no                  | no                | no
            lost              | no        | yes         | yes               | no                 | no       | no                  | no                | no
            activity done     | no        | no          | no                | no                 | no       | no                  | no                | no
            done, subscribed  | no        | yes         | yes               | no                 | no       | no                  | no                | no
            activity assigned | no        | yes         | no                | no                 | no       | no                  | no                | no
            meeting moved     | no        | yes         | yes               | no                 | no       | no                  | no                | no
            """;

    private World world;

    @Before
    public void open() {
        world = new World(database);
        world.directory.add(new Contact(10, 1, "Oto", "oto@example.com", null, null, false));
        world.directory.add(new Contact(11, 1, "Kim", "kim@example.com", null, null, false));
        ChatterCore core = new ChatterCore(new SchemaReady() { }, world.crm.acts(), world.crm.jpa("crm-chatter"), world.directory,
                world.crm.clock(), world.crm.records());
        world.crm.settledListener("chatter.inbox", new String[] {"pipeline.*", "activity.*", "calendar.*"},
                new InboxListener(core, world.settings, new DirectPlugins(), world.channels, world.policies)::on);
    }

    @After
    public void close() {
        world.close();
    }

    @Test
    public void each_event_is_told_to_those_whom_the_matrix_names() {
        List<String> lines = MATRIX.lines().skip(1).toList();
        for (String line : lines) {
            List<String> cells = List.of(line.split("\\|")).stream().map(String::strip).toList();
            Set<String> ticked = told(cells.get(0), false);
            Set<String> unticked = told(cells.get(0), true);
            List<PersonRef> columns = List.of(user(ANN), user(BOB), user(EVE), user(ADA), SUE, SUE, OTO, KIM);
            for (int i = 0; i < columns.size(); i++) {
                Set<String> told = i == 5 ? unticked : ticked;
                assertEquals(cells.get(0) + ", column " + (i + 1), "yes".equals(cells.get(i + 1)),
                        told.contains(columns.get(i).toString()));
            }
            assertEquals(cells.get(0) + ": the others are told the same", without(ticked), without(unticked));
        }
    }

    private static Set<String> without(Set<String> told) {
        return told.stream().filter(person -> !person.equals(SUE.toString())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whom the act tells. @param following the customer follows and is unticked, else does not follow and is ticked */
    private Set<String> told(String event, boolean following) {
        RecordRef card = world.cardOf(ANN, BOB, SUE);
        boolean subscribed = event.endsWith("subscribed");
        world.follow(ADA, card, user(EVE), subscribed ? new String[] {"notes", "activities"} : new String[0]);
        world.follow(ADA, card, OTO);
        if (subscribed) {
            world.follow(ADA, card, user(BOB), "notes", "activities");
        }
        if (following) {
            world.follow(ADA, card, SUE);
        }
        world.crm.deliverAll();
        Set<Long> before = Set.copyOf(deliveries("SELECT d.id FROM DeliveryEntity d", Long.class));
        act(event, card, following);
        world.crm.deliverAll();
        return deliveries("SELECT d.id, d.personKind, d.personId FROM DeliveryEntity d WHERE d.state <> 'skipped'", Object[].class).stream()
                .filter(row -> !before.contains((Long) row[0])).map(row -> row[1] + ":" + row[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void act(String event, RecordRef card, boolean unticked) {
        ActivityState call = new ActivityState(8, card, new TypeRef(1, "call", "Call", "phone", "call"), "Ask", LocalDate.of(2026, 6, 10),
                Instant.EPOCH, Instant.EPOCH, BOB, null, false, "open");
        switch (event) {
            case "message" -> post(card, "message", unticked);
            case "note", "note, subscribed" -> post(card, "note", false);
            case "stage change" -> world.act(ANN, card, new StageChanged(world.state(card, QUALIFIED, ANN, BOB), NEW, true, 60));
            case "won" -> world.act(ANN, card, new OpportunityWon(world.state(card, WON, ANN, BOB), NEW, "keep", 60));
            case "lost" -> world.act(ANN, card, new OpportunityLost(world.state(card, LOST, ANN, BOB), NEW, new NamedRef(1, "Price"), null,
                    null, "keep", 60));
            case "activity done", "done, subscribed" -> world.act(ANN, card, new ActivityCompleted(call, null, null, null, null, false));
            case "activity assigned" -> world.act(ANN, card, new ActivityAssigned(call, "Deal", BOB, ANN, "scheduled"));
            case "meeting moved" -> world.act(ANN, card,
                    new MeetingMoved(new MeetingState(5, null, "Demo", Instant.parse("2026-06-04T10:00:00Z"),
                    Instant.parse("2026-06-04T11:00:00Z"), null, "UTC", null, null, ANN, List.of(user(ANN), user(BOB), user(EVE))),
                    Instant.parse("2026-06-04T09:00:00Z"), null));
            default -> throw new AssertionError(event);
        }
    }

    private void post(RecordRef card, String kind, boolean unticked) {
        world.messages.post(world.actor(ANN), card, new NewMessage(kind, "@[user:4] and @[contact:11], see", null,
                new NewMessage.Recipients(null, unticked ? List.of(SUE) : null, null, null), null, null, List.of("kim@example.com"), null,
                null));
    }

    private static PersonRef user(NamedRef who) {
        return PersonRef.user(who.id());
    }

    private <T> List<T> deliveries(String query, Class<T> type) {
        return world.crm.jpa("crm-chatter").txExpr(TransactionType.Required, em -> em.createQuery(query, type).getResultList());
    }
}
