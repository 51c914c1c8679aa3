package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.CalendarPreferences;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.ChangedOccurrence;
import com.pivotino.crm.calendar.internal.domain.Preferences;
import com.pivotino.crm.calendar.internal.domain.Signature;
import com.pivotino.crm.calendar.internal.store.EventStore;
import com.pivotino.crm.calendar.internal.store.ReminderStore;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;

/** What one transaction works with; all of it made anew for each. */
public final class CalendarUnitOfWork {

    private final EntityManager em;
    private final CalendarTransactions transactions;
    private final EventStore events;

    CalendarUnitOfWork(EntityManager em, CalendarTransactions transactions) {
        this.em = em;
        this.transactions = transactions;
        this.events = new EventStore(em);
    }

    EntityManager em() {
        return em;
    }

    CalendarTransactions transactions() {
        return transactions;
    }

    Directory directory() {
        return transactions.directory();
    }

    public EventStore events() {
        return events;
    }

    RecordIndex records() {
        return transactions.records();
    }

    public ReminderStore reminders() {
        return new ReminderStore(em);
    }

    EventViews views(Actor actor) {
        return new EventViews(directory(), records(), actor);
    }

    /** @throws CrmException {@code not_found} if there is none or it is cancelled */
    Meeting require(long id) {
        return find(id).orElseThrow(() -> CrmException.notFound("The event"));
    }

    /** The event with all that hangs on it, unless it is cancelled. */
    public Optional<Meeting> find(long id) {
        return events.event(id).map(event -> load(List.of(event)).get(0));
    }

    /** Events for readers only. */
    EventStore reading() {
        return new EventStore(em, true);
    }

    /** The events with all that hangs on them: two queries, however many there are. */
    public List<Meeting> load(Collection<CalendarEvent> some) {
        return load(some, events);
    }

    /** The same, of which nothing will be changed. */
    List<Meeting> loadForReading(Collection<CalendarEvent> some) {
        return load(some, reading());
    }

    private static List<Meeting> load(Collection<CalendarEvent> some, EventStore events) {
        List<Long> ids = some.stream().map(CalendarEvent::id).toList();
        List<Long> series = some.stream().filter(CalendarEvent::isSeries).map(CalendarEvent::id).toList();
        Map<Long, List<ChangedOccurrence>> overrides = events.overrides(series);
        Map<Long, List<Attendance>> attendances = events.attendances(ids);
        return some.stream().map(event -> Meeting.of(event, overrides.getOrDefault(event.id(), List.of()),
                attendances.getOrDefault(event.id(), List.of()))).toList();
    }

    /** The user's own choices, or what holds for who has never chosen. */
    CalendarPreferences preferences(Long user) {
        return Optional.ofNullable(user == null ? null : em.find(Preferences.class, user)).map(Preferences::toRecord)
                .orElseGet(() -> Preferences.unchosen(locale(user)));
    }

    /** The user's own choices, made if there are none yet. */
    Preferences ownPreferences(long user) {
        Preferences known = em.find(Preferences.class, user);
        return known == null ? events.add(new Preferences(user, locale(user))) : known;
    }

    private String locale(Long user) {
        return user == null ? null : directory().user(user).map(User::locale).orElse(null);
    }

    Optional<Signature> knownSignature() {
        return Optional.ofNullable(em.find(Signature.class, Signature.ONLY));
    }

    /** What links are signed with, made if there is none yet. */
    Signature signature() {
        return knownSignature().orElseGet(() -> {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            return events.add(new Signature(secret));
        });
    }

    EventOperations operations(Transaction tx) {
        return new EventOperations(this, tx);
    }
}
