package com.pivotino.crm.testkit;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.chatter.event.FollowerAdded;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.event.Reaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What tests of a bundle's services stand on: the core with the bundle's tables, a few people, settings, and what the events told.
 * A bundle's own world extends it and adds its services.
 */
public abstract class TestWorld implements AutoCloseable {

    public static final NamedRef ANN = new NamedRef(1, "Ann");
    public static final NamedRef BOB = new NamedRef(2, "Bob");
    public static final NamedRef EVE = new NamedRef(3, "Eve");
    public static final NamedRef ADA = new NamedRef(4, "Ada");

    /** Wednesday 3 June 2026, 10:00 UTC. */
    protected static final Instant FIRST_DAY = Instant.parse("2026-06-03T10:00:00Z");

    public final CrmHarness crm;
    public final FakeDirectory directory = new FakeDirectory();
    public final FakeSettings settings = new FakeSettings();
    /** Events that {@link #hear} was asked to hear, in order. */
    public final List<DomainEvent> told = new CopyOnWriteArrayList<>();

    protected TestWorld(Database database, ModuleUnit... modules) {
        crm = CrmHarness.start(database, modules);
    }

    /** Ann, Bob and Eve sell, Ada administers; settings and clock are as on the first day; nothing was told yet. */
    protected final void firstDay() {
        directory.addUser(ANN.id(), ANN.name(), Role.SALESPERSON);
        directory.addUser(BOB.id(), BOB.name(), Role.SALESPERSON);
        directory.addUser(EVE.id(), EVE.name(), Role.SALESPERSON);
        directory.addUser(ADA.id(), ADA.name(), Role.ADMIN);
        directory.zone(ZoneOffset.UTC);
        settings.change(any -> new FakeSettings().current());
        crm.clock().set(FIRST_DAY);
        told.clear();
    }

    /** Runs statements, each committed by itself. */
    protected final void sql(String... statements) {
        try (Connection connection = crm.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes all rows of the tables, in this order. */
    protected final void empty(String... tables) {
        for (String table : tables) {
            sql("DELETE FROM " + table);
        }
    }

    public final Actor actor(NamedRef who) {
        return directory.actor(who.id());
    }

    /** Brings a reaction that hears everything from the beginning. */
    public final void bring(String id, Reaction reaction, String... types) {
        bring(id, 0, reaction, types);
    }

    /** The same with a ranking. */
    public final void bring(String id, int ranking, Reaction reaction, String... types) {
        crm.reaction(reaction, Map.of(Reaction.ID, id, Reaction.TYPES, types, Reaction.START, "earliest", "service.ranking", ranking));
    }

    /** Keeps what events of these types tell. */
    protected final void hear(String... types) {
        crm.reaction("test.told", -1, types, (event, tx) -> told.add(event));
    }

    /** What was told of one type, in order. */
    public final <T extends Record> List<T> told(Class<T> type) {
        String name = type.getAnnotation(EventType.class).value();
        return told.stream().filter(event -> event.type().equals(name)).map(event -> event.body(type)).toList();
    }

    /** One act of the administrator that tells this of a record, as another bundle would. */
    public final DomainEvent publish(RecordRef record, Record body) {
        return crm.acts().run(Act.of(actor(ADA), record), tx -> tx.publish(record, body)).value();
    }

    /** Somebody follows a record from now on. */
    public final void follow(RecordRef record, NamedRef who) {
        publish(record, new FollowerAdded(PersonRef.user(who.id()), who, false));
    }

    /** Somebody's own zone and language. */
    public final void locale(NamedRef who, String zone, String language) {
        User user = directory.user(who.id()).orElseThrow();
        directory.add(new User(user.id(), 2, user.login(), user.name(), user.email(), zone, language, user.roles(), true));
    }

    @Override
    public final void close() {
        crm.close();
    }
}
