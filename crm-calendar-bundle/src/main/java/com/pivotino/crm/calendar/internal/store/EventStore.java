package com.pivotino.crm.calendar.internal.store;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.ChangedOccurrence;
import com.pivotino.crm.calendar.internal.domain.EarlierValue;
import com.pivotino.crm.calendar.internal.domain.Feed;
import com.pivotino.crm.calendar.internal.domain.ReminderLine;
import com.pivotino.crm.support.EntityStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Events with all that hangs on them, in the database; joins the running transaction. A list takes one query for each kind. */
public final class EventStore extends EntityStore {

    private static final int AT_ONCE = 500;
    private static final String LIVE = "SELECT e FROM CalendarEvent e WHERE e.cancelledAt IS NULL AND ";

    private final boolean readOnly;

    public EventStore(EntityManager em) {
        this(em, false);
    }

    /** @param readOnly whether nothing that is found will be changed: windows are then read without copies to compare with */
    public EventStore(EntityManager em, boolean readOnly) {
        super(em);
        this.readOnly = readOnly;
    }

    private <T> TypedQuery<T> query(String jpql, Class<T> type) {
        return em.createQuery(jpql, type).setHint("eclipselink.read-only", readOnly);
    }

    /** The event, unless it is cancelled. */
    public Optional<CalendarEvent> event(long id) {
        return any(id).filter(event -> !event.isCancelled());
    }

    /** The event, cancelled or not. */
    public Optional<CalendarEvent> any(long id) {
        return Optional.ofNullable(em.find(CalendarEvent.class, id));
    }

    /** Events in the calendars of these people that may have occurrences in the window; cancelled ones are left out. */
    public List<CalendarEvent> ofPeople(Collection<Address> people, Instant from, Instant to) {
        return query(LIVE + "e.firstStart < :to AND e.id IN (SELECT a.eventId FROM Attendance a WHERE a.who IN :who"
                + " AND a.lastEnd >= :from AND a.absent = FALSE)", CalendarEvent.class).setParameter("to", to)
                .setParameter("from", from).setParameter("who", people.stream().map(Address::key).toList()).getResultList();
    }

    /** Events of a record that may have occurrences in the window. */
    public List<CalendarEvent> ofRecord(RecordRef record, Instant from, Instant to) {
        return query(LIVE + "e.recordType = :type AND e.recordId = :record AND e.lastEnd >= :from"
                + " AND e.firstStart < :to", CalendarEvent.class).setParameter("type", record.type())
                .setParameter("record", record.id()).setParameter("from", from).setParameter("to", to).getResultList();
    }

    /** All events of a record, cancelled ones too. */
    public List<CalendarEvent> ofRecord(RecordRef record) {
        return em.createQuery("SELECT e FROM CalendarEvent e WHERE e.recordType = :type AND e.recordId = :record ORDER BY e.id",
                CalendarEvent.class).setParameter("type", record.type()).setParameter("record", record.id()).getResultList();
    }

    /** The event that stands for an activity. */
    public Optional<CalendarEvent> ofActivity(long activityId) {
        return em.createQuery(LIVE + "e.activityId = :activity", CalendarEvent.class).setParameter("activity", activityId)
                .setMaxResults(1).getResultStream().findFirst();
    }

    /** All with a UID, cancelled ones too; several users may have imported the same. */
    public List<CalendarEvent> ofUid(String uid) {
        return em.createQuery("SELECT e FROM CalendarEvent e WHERE e.uid = :uid ORDER BY e.id", CalendarEvent.class)
                .setParameter("uid", uid).getResultList();
    }

    /** Events of these people that were cancelled since. */
    public List<CalendarEvent> cancelledOf(Collection<Address> people, Instant since) {
        return em.createQuery("SELECT e FROM CalendarEvent e WHERE e.cancelledAt >= :since AND e.id IN (SELECT a.eventId"
                + " FROM Attendance a WHERE a.who IN :who)", CalendarEvent.class).setParameter("since", since)
                .setParameter("who", people.stream().map(Address::key).toList()).getResultList();
    }

    /** Ids of events with occurrences to come that were computed by older zone rules. */
    public List<Long> computedBefore(String zoneVersion, Instant now, int limit) {
        return em.createQuery("SELECT e.id FROM CalendarEvent e WHERE e.zoneVersion < :version AND e.lastEnd > :now"
                + " AND e.cancelledAt IS NULL ORDER BY e.id", Long.class).setParameter("version", zoneVersion).setParameter("now", now)
                .setMaxResults(limit).getResultList();
    }

    /** What members held before edits since that version, of the whole event and of the occurrence; the earliest first. */
    public List<EarlierValue> earlierValues(long event, String recurrenceId, long version) {
        return em.createQuery("SELECT v FROM EarlierValue v WHERE v.eventId = :event AND v.version > :version"
                + " AND v.recurrenceId IN ('', :one) ORDER BY v.version, v.id", EarlierValue.class).setParameter("event", event)
                .setParameter("version", version).setParameter("one", recurrenceId == null ? "" : recurrenceId).getResultList();
    }

    /** Nobody edits a version that old any more. */
    public void forgetEarlierValues(long event, long upTo) {
        em.createQuery("DELETE FROM EarlierValue v WHERE v.eventId = :event AND v.version <= :version").setParameter("event", event)
                .setParameter("version", upTo).executeUpdate();
    }

    public Map<Long, List<ChangedOccurrence>> overrides(Collection<Long> events) {
        return byEvent("SELECT c FROM ChangedOccurrence c WHERE c.eventId IN :ids", ChangedOccurrence.class, events,
                ChangedOccurrence::eventId);
    }

    public Map<Long, List<Attendance>> attendances(Collection<Long> events) {
        return byEvent("SELECT a FROM Attendance a WHERE a.eventId IN :ids ORDER BY a.organizer DESC, a.id", Attendance.class,
                events, Attendance::eventId);
    }

    public Map<Long, List<ReminderLine>> reminders(Collection<Long> events) {
        return byEvent("SELECT r FROM ReminderLine r WHERE r.eventId IN :ids ORDER BY r.unit, r.amount, r.channel",
                ReminderLine.class, events, ReminderLine::eventId);
    }

    /** The attendance, cancelled event or not. */
    public Optional<Attendance> attendance(long id) {
        return Optional.ofNullable(em.find(Attendance.class, id));
    }

    /** Somebody's feeds by id. */
    public List<Feed> feeds(long user, long after, int limit) {
        return em.createQuery("SELECT f FROM Feed f WHERE f.userId = :user AND f.id > :after ORDER BY f.id", Feed.class)
                .setParameter("user", user).setParameter("after", after).setMaxResults(limit).getResultList();
    }

    public Optional<Feed> feed(long id) {
        return Optional.ofNullable(em.find(Feed.class, id));
    }

    /** @param secretHash as it is kept */
    public Optional<Feed> feedOf(String secretHash) {
        return em.createQuery("SELECT f FROM Feed f WHERE f.secretHash = :hash", Feed.class).setParameter("hash", secretHash)
                .getResultStream().findFirst();
    }

    private <T> Map<Long, List<T>> byEvent(String jpql, Class<T> type, Collection<Long> events, Function<T, Long> event) {
        List<Long> ids = List.copyOf(events);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            all.addAll(query(jpql, type).setParameter("ids", ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))
                    .getResultList());
        }
        return all.stream().collect(Collectors.groupingBy(event));
    }
}
