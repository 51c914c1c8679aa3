package com.pivotino.crm.runtime.internal.log;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Dialect;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of events: appended inside the acting transaction, read by lanes and replays. */
public final class EventLog {

    private static final String COLUMNS = "seq, event_id, type, record_type, record_id, actor_kind, actor_id,"
            + " actor_name, at, cause_id, cause, hop, body, position, undo_until, undoes";
    private static final int MAX_ACTOR_NAME = 400;
    private static final int MAX_BODY = 1_000_000;

    private final Database database;
    private final String node;
    private final EventJson json = new EventJson();

    /** @param node names this process in the log */
    public EventLog(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /** The type of an event body. */
    public static String typeOf(Record body) {
        EventType type = body.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(body.getClass().getName() + " is not annotated with @EventType");
        }
        return type.value();
    }

    /** A record as text, in the shapes of event bodies. */
    public String text(Record body) {
        return json.write(body);
    }

    /** Makes an event of a body; nothing is written yet. */
    public LoggedEvent make(LoggedEvent.Head head, Record body) {
        String text = json.write(body);
        if (text.length() > MAX_BODY) {
            throw new IllegalArgumentException("The body of " + head.type() + " is longer than " + MAX_BODY);
        }
        return new LoggedEvent(0, head, body, text, json);
    }

    /**
     * Appends events in order to the log, in the running transaction.
     *
     * @return their numbers, in the same order
     */
    public List<Long> append(Connection connection, List<LoggedEvent> events) throws SQLException {
        List<Long> numbers = numbers(connection, events.size());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO rt_event (seq, event_id, type,"
                + " record_type, record_id, actor_kind, actor_id, actor_name, at, cause_id, cause, hop, body,"
                + " node, undo_until, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < events.size(); i++) {
                bind(insert, numbers.get(i), events.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return numbers;
    }

    /** Reads the events with these numbers, in order of number. */
    public List<LoggedEvent> read(Connection connection, List<Long> numbers) throws SQLException {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return query(connection, "seq IN (" + Dialect.marks(numbers.size()) + ") ORDER BY seq", new ArrayList<>(numbers));
    }

    /**
     * Reads events after a place in the log, in order of place.
     *
     * @param types which ones
     * @param limit how many at most
     */
    public List<LoggedEvent> after(Connection connection, long position, TypePatterns types, int limit)
            throws SQLException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(position);
        arguments.addAll(types.arguments());
        arguments.add(limit);
        return query(connection, "position > ? AND " + types.condition()
                + " ORDER BY position FETCH FIRST ? ROWS ONLY", arguments);
    }

    /**
     * Reads events after a number, in order of number, those without a place included.
     *
     * @param types which ones
     * @param limit how many at most
     */
    public List<LoggedEvent> afterNumber(Connection connection, long seq, TypePatterns types, int limit)
            throws SQLException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(seq);
        arguments.addAll(types.arguments());
        arguments.add(limit);
        return query(connection, "seq > ? AND " + types.condition() + " ORDER BY seq FETCH FIRST ? ROWS ONLY", arguments);
    }

    private List<LoggedEvent> query(Connection connection, String where, List<?> arguments) throws SQLException {
        return Statements.query(connection, "SELECT " + COLUMNS + " FROM rt_event WHERE " + where, arguments, row -> event(row));
    }

    private List<Long> numbers(Connection connection, int count) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(database.dialect().nextValues("rt_event_seq"))) {
            next.setInt(1, count);
            List<Long> numbers = new ArrayList<>();
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            return numbers;
        }
    }

    private void bind(PreparedStatement insert, long seq, LoggedEvent event) throws SQLException {
        insert.setLong(1, seq);
        insert.setString(2, event.id());
        insert.setString(3, event.type());
        insert.setString(4, event.record().type());
        insert.setLong(5, event.record().id());
        PersonRef actor = event.actor();
        insert.setString(6, actor == null ? null : actor.kind().name().toLowerCase(Locale.ROOT));
        insert.setObject(7, actor == null ? null : actor.id(), Types.BIGINT);
        insert.setString(8, cut(event.actorName()));
        insert.setObject(9, Database.column(event.at()));
        insert.setString(10, event.causeId());
        insert.setString(11, event.cause());
        insert.setInt(12, event.hop());
        insert.setString(13, event.json());
        insert.setString(14, node);
        insert.setObject(15, Database.column(event.undoUntil()), Types.TIMESTAMP);
        insert.setString(16, event.undoes());
    }

    private LoggedEvent event(ResultSet row) throws SQLException {
        String kind = row.getString("actor_kind");
        PersonRef actor = kind == null ? null : new PersonRef(
                PersonRef.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), row.getLong("actor_id"));
        LoggedEvent.Head head = new LoggedEvent.Head(row.getString("event_id"), row.getString("type"),
                new RecordRef(row.getString("record_type"), row.getLong("record_id")), actor, row.getString("actor_name"),
                Database.instant(row.getObject("at", LocalDateTime.class)), row.getString("cause_id"),
                row.getString("cause"), row.getInt("hop"), row.getLong("position"),
                Database.instant(row.getObject("undo_until", LocalDateTime.class)), row.getString("undoes"));
        return new LoggedEvent(row.getLong("seq"), head, null, row.getString("body"), json);
    }

    private static String cut(String name) {
        return name == null || name.length() <= MAX_ACTOR_NAME ? name : name.substring(0, MAX_ACTOR_NAME);
    }
}
