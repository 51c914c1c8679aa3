package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.record.RecordColumns;
import com.pivotino.crm.api.record.RecordCondition;
import com.pivotino.crm.api.record.RecordFact;
import com.pivotino.crm.api.record.RecordIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class RecordIndexTest {

    private static final RecordRef CARD = RecordRef.opportunity(7);
    private static final Actor SYSTEM = Actor.system(ZoneOffset.UTC);
    private static final int PEOPLE = 5;
    private static final int TEAMS = 3;

    @EventType("testing.Told")
    public record Told(IndexedRecord indexed, Set<Long> readersAdded, Set<Long> readersRemoved) implements RecordFact {
    }

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private CrmHarness crm;
    private RecordIndex index;

    public RecordIndexTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
        index = crm.records();
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void reactions_find_the_record_as_the_event_left_it() {
        List<String> titles = new ArrayList<>();
        crm.reaction("testing.reads", 0, new String[] {"testing.*"},
                (event, tx) -> titles.add(index.find(CARD).orElseThrow().title()));
        tell(card("First", 1L, null));
        tell(card("Second", 1L, null));
        assertEquals(List.of("First", "Second"), titles);
    }

    @Test
    public void a_failed_act_leaves_the_index_as_it_was() {
        tell(card("First", 1L, null));
        assertThrows(CrmException.class, () -> crm.acts().run(Act.of(SYSTEM, CARD), tx -> {
            tx.publish(CARD, new Told(card("Second", 2L, null), Set.of(9L), Set.of()));
            throw CrmException.conflict("conflict", "no");
        }));
        assertEquals(card("First", 1L, null), index.find(CARD).orElseThrow());
        assertEquals(Set.of(), index.readers(CARD));
    }

    @Test
    public void what_is_deleted_is_nobodys_and_does_not_come_back() {
        tell(new Told(card("First", 1L, null), Set.of(2L, 3L), Set.of()));
        tell(card("First", 1L, null).gone());
        tell(card("Late", 1L, null));
        assertEquals("First", index.find(CARD).orElseThrow().title());
        assertTrue(index.find(CARD).orElseThrow().deleted());
        assertEquals(Set.of(), index.readers(CARD));
        assertEquals(Set.of(), index.readable(SYSTEM, List.of(CARD)));
        assertThrows(CrmException.class, () -> index.requireReadable(SYSTEM, CARD));
    }

    @Test
    public void readers_come_twice_and_go() {
        tell(new Told(card("First", 1L, null), Set.of(2L, 3L), Set.of()));
        tell(new Told(null, Set.of(3L), Set.of(2L)));
        assertEquals(Set.of(3L), index.readers(CARD));
        assertEquals(List.of(CARD), index.granted(person(3, Set.of(), Role.SALESPERSON, false), 10));
        assertEquals(List.of(), index.granted(person(2, Set.of(), Role.SALESPERSON, false), 10));
    }

    @Test
    public void unreadable_is_not_found_and_readable_alone_is_forbidden_to_change() {
        tell(new Told(card("First", 1L, null), Set.of(2L), Set.of()));
        Actor reader = person(2, Set.of(), Role.SALESPERSON, true);
        Actor stranger = person(3, Set.of(), Role.SALESPERSON, true);
        assertEquals("First", index.requireReadable(reader, CARD).title());
        assertEquals("forbidden", assertThrows(CrmException.class, () -> index.requireWritable(reader, CARD)).code());
        assertEquals("not_found", assertThrows(CrmException.class, () -> index.requireWritable(stranger, CARD)).code());
        assertEquals("not_found", assertThrows(CrmException.class, () -> index.requireReadable(stranger, CARD)).code());
    }

    @Test
    public void the_rule_is_the_same_in_java_and_in_sql() throws SQLException {
        Random random = new Random(42);
        Map<RecordRef, RecordAccess> records = new HashMap<>();
        for (long id = 1; id <= 120; id++) {
            RecordRef ref = new RecordRef(random.nextBoolean() ? "opportunity" : "mail", id);
            IndexedRecord record = new IndexedRecord(ref, "R" + id, maybe(random, PEOPLE), maybe(random, TEAMS),
                    maybe(random, PEOPLE), false);
            Set<Long> readers = new HashSet<>();
            random.longs(random.nextInt(3), 1, PEOPLE + 1).forEach(readers::add);
            crm.acts().run(Act.of(SYSTEM, ref), tx -> tx.publish(ref, new Told(record, readers, Set.of())));
            records.put(ref, record.access(readers));
        }
        for (int i = 0; i < 40; i++) {
            Set<Long> teams = new HashSet<>();
            random.longs(random.nextInt(3), 1, TEAMS + 1).forEach(teams::add);
            requireSame(person(1 + random.nextInt(PEOPLE), teams, Role.values()[random.nextInt(3)], random.nextBoolean()), records);
        }
        requireSame(SYSTEM, records);
    }

    private void requireSame(Actor actor, Map<RecordRef, RecordAccess> records) throws SQLException {
        Set<RecordRef> readable = matching(records, access -> access.readableBy(actor));
        RecordColumns columns = RecordColumns.index("r");
        assertEquals("read by " + actor, readable, select(RecordCondition.readable(actor, columns), ""));
        assertEquals("read by " + actor, readable, index.readable(actor, records.keySet()));
        assertEquals("changed by " + actor, matching(records, access -> access.writableBy(actor)),
                select(RecordCondition.writable(actor, columns), ""));
        RecordColumns opportunities = new RecordColumns("r.owner_id", "r.team_id", "r.creator_id", "'opportunity'", "r.record_id");
        assertEquals("opportunities read by " + actor, readable.stream().filter(ref -> ref.type().equals("opportunity"))
                .collect(Collectors.toSet()), select(RecordCondition.readable(actor, opportunities), " AND r.record_type = 'opportunity'"));
        Set<RecordRef> granted = matching(records, access -> !actor.isAdmin() && access.followerIds().contains(actor.userId()));
        granted.removeAll(select(RecordCondition.ownOrTeams(actor, columns), ""));
        assertEquals("granted to " + actor, granted, new HashSet<>(index.granted(actor, 1000)));
        records.entrySet().stream().limit(5).forEach(entry -> {
            RecordRef ref = entry.getKey();
            RecordAccess access = entry.getValue();
            RecordAccess asked = index.access(actor, ref).orElseThrow();
            assertEquals(ref + " read by " + actor, access.readableBy(actor), asked.readableBy(actor));
            assertEquals(ref + " changed by " + actor, access.writableBy(actor), asked.writableBy(actor));
            assertTrue(ref + " deleted by " + actor, !access.deletableBy(actor) || access.writableBy(actor));
        });
    }

    private static Set<RecordRef> matching(Map<RecordRef, RecordAccess> records, Predicate<RecordAccess> rule) {
        return records.entrySet().stream().filter(entry -> rule.test(entry.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<RecordRef> select(RecordCondition condition, String more) throws SQLException {
        try (Connection connection = crm.dataSource().getConnection(); PreparedStatement select = connection.prepareStatement(
                "SELECT r.record_type, r.record_id FROM rt_record r WHERE " + condition.sql() + more)) {
            for (int i = 0; i < condition.values().size(); i++) {
                select.setObject(i + 1, condition.values().get(i));
            }
            Set<RecordRef> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new RecordRef(row.getString(1), row.getLong(2)));
                }
            }
            return found;
        }
    }

    private static Long maybe(Random random, int most) {
        return random.nextInt(3) == 0 ? null : 1L + random.nextInt(most);
    }

    private static Actor person(long id, Set<Long> teams, Role role, boolean editsTeamRecords) {
        return new Actor(PersonRef.user(id), "User " + id, Set.of(role), teams, Set.of(), ZoneOffset.UTC, Locale.ENGLISH,
                editsTeamRecords);
    }

    private static IndexedRecord card(String title, Long owner, Long team) {
        return new IndexedRecord(CARD, title, owner, team, 1L, false);
    }

    private void tell(IndexedRecord record) {
        tell(new Told(record, Set.of(), Set.of()));
    }

    private void tell(Told told) {
        crm.acts().run(Act.of(SYSTEM, CARD), tx -> tx.publish(CARD, told));
    }
}
