package com.pivotino.crm.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.DueReminder;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.EventChange;
import com.pivotino.crm.api.calendar.EventWindow;
import com.pivotino.crm.api.calendar.Occurrence;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.reaction.CalendarListener;
import com.pivotino.crm.calendar.internal.reaction.CalendarReaction;
import com.pivotino.crm.calendar.internal.reminder.EmailChannel;
import com.pivotino.crm.calendar.internal.reminder.PopupChannel;
import com.pivotino.crm.calendar.internal.reminder.ReminderJob;
import com.pivotino.crm.calendar.internal.service.CalendarExtensions;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.DefaultAvailabilityService;
import com.pivotino.crm.calendar.internal.service.DefaultCalendarFeedService;
import com.pivotino.crm.calendar.internal.service.DefaultCalendarPreferencesService;
import com.pivotino.crm.calendar.internal.service.DefaultCalendarService;
import com.pivotino.crm.calendar.internal.service.DefaultInvitationService;
import com.pivotino.crm.calendar.internal.service.DefaultReminderService;
import com.pivotino.crm.calendar.internal.service.ReminderChannels;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.TestWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The calendar bundle on the real runtime, with a few people and a pipeline that only publishes. */
final class World extends TestWorld {

    static final long CARL = 90;
    private static final StageRef NEW = new StageRef(1, "New", "new");

    final CalendarExtensions extensions = new CalendarExtensions(
            ComponentConfig.of(CalendarExtensions.Config.class, Map.of("baseUrl", "https://crm.example")));
    final ReminderChannels channels = new ReminderChannels(new DirectPlugins());
    final CalendarTransactions transactions;
    final DefaultCalendarService calendar;
    final CalendarReaction reaction;
    final DefaultReminderService reminders;
    final DefaultAvailabilityService availability;
    final DefaultCalendarPreferencesService preferences;
    final ReminderJob job;
    final DefaultCalendarFeedService feeds;
    final DefaultInvitationService invitations;
    private final AtomicLong cards = new AtomicLong(100);

    World(Database database) {
        super(database, new ModuleUnit("calendar", CalendarEvent.class.getClassLoader()));
        SchemaReady ready = new SchemaReady() { };
        transactions = new CalendarTransactions(ready, crm.acts(), crm.jpa("crm-calendar"), directory, extensions, crm.records());
        calendar = new DefaultCalendarService(transactions, channels);
        reaction = new CalendarReaction(transactions);
        reminders = new DefaultReminderService(transactions);
        availability = new DefaultAvailabilityService(transactions, settings, crm.clock());
        preferences = new DefaultCalendarPreferencesService(transactions, channels);
        job = new ReminderJob(transactions, channels);
        feeds = new DefaultCalendarFeedService(transactions, crm.clock());
        invitations = new DefaultInvitationService(transactions, crm.clock());
        crm.listener("calendar.later", new String[] {"mail.CalendarMailReceived", "directory.UserChanged"},
                new CalendarListener(transactions));
        channels.addChannel(new PopupChannel(), Map.of(ReminderChannel.ID, "popup", "service.ranking", -100));
        channels.addChannel(new EmailChannel(directory), Map.of(ReminderChannel.ID, "email", "service.ranking", -100));
        bring("calendar.others", reaction, "pipeline.OpportunityDeleted", "pipeline.OpportunityLost", "runtime.ActUndone",
                "activity.ActivityChanged", "activity.ActivityCompleted", "activity.ActivitiesCancelled", "activity.ActivityDeleted");
        hear("calendar.*", "mail.*");
        reset();
    }

    /** As if just opened: no events, the people and settings of the beginning, Wednesday 3 June 2026, 10:00 UTC. */
    void reset() {
        firstDay();
        directory.add(new Contact(CARL, 1, "Carl", "carl@customer.example", null, null, false));
        directory.addTeam(50, "Sales", 1L, 2L);
        empty("cal_delivery", "cal_event", "cal_feed", "cal_preferences");
    }

    Actor ann() {
        return directory.actor(1);
    }

    Actor bob() {
        return directory.actor(2);
    }

    Actor eve() {
        return directory.actor(3);
    }

    Actor ada() {
        return directory.actor(4);
    }

    void zone(NamedRef who, String zone) {
        locale(who, zone, null);
    }

    void language(NamedRef who, String tag) {
        locale(who, directory.user(who.id()).orElseThrow().zone(), tag);
    }

    /** An opportunity of this person's. */
    RecordRef card(NamedRef salesperson) {
        long id = cards.incrementAndGet();
        RecordRef ref = RecordRef.opportunity(id);
        OpportunityState state = new OpportunityState(id, 1, "Deal " + id, NEW, "open", salesperson, null, null, null, null, null, 0,
                salesperson);
        publish(ref, new OpportunityCreated(state, false, false));
        return ref;
    }

    /** An event with title, start and end in a zone, and more members in pairs. */
    Event create(Actor by, String title, String start, String end, String zone, Object... more) {
        Map<String, Object> members = new LinkedHashMap<>(Map.of("title", title, "start", start, "end", end));
        if (zone != null) {
            members.put("zone", zone);
        }
        return calendar.create(by, patch(members, more)).value();
    }

    Event edit(Actor by, long id, EventChange change, Object... members) {
        return edit(Call.of(by), id, change, members);
    }

    Event edit(Call call, long id, EventChange change, Object... members) {
        return calendar.edit(call, id, patch(new LinkedHashMap<>(), members), change).value();
    }

    static EventChange all() {
        return new EventChange(RecurrenceScope.ALL, null, false, false);
    }

    static EventChange one(String recurrenceId) {
        return new EventChange(RecurrenceScope.THIS, recurrenceId, false, false);
    }

    static EventChange following(String recurrenceId) {
        return new EventChange(RecurrenceScope.FOLLOWING, recurrenceId, false, false);
    }

    static EventChange single() {
        return new EventChange(null, null, false, false);
    }

    static MergePatch patch(Map<String, Object> members, Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            members.put((String) more[i], more[i + 1]);
        }
        return new MergePatch(members);
    }

    static Map<String, Object> user(NamedRef who) {
        return Map.of("kind", "user", "id", (int) who.id());
    }

    static Map<String, Object> mail(String email) {
        return Map.of("email", email, "name", email);
    }

    List<Occurrence> window(Actor by, String from, String to, NamedRef... people) {
        List<PersonRef> refs = Arrays.stream(people).map(who -> PersonRef.user(who.id())).toList();
        return calendar.occurrences(by, new EventWindow(Instant.parse(from), Instant.parse(to), refs, null));
    }

    /** Local starts in a window of one's own calendar. */
    List<String> starts(Actor by, String from, String to) {
        return window(by, from, to).stream().map(one -> one.start().local().toString()).toList();
    }

    /** Sets the clock and rings what is due. */
    void tick(String instant) {
        crm.clock().set(Instant.parse(instant));
        job.run(Instant.parse(instant));
    }

    /** Popups that wait for somebody, the earliest first. */
    List<DueReminder> popups(Actor who) {
        List<DueReminder> popups = new ArrayList<>(reminders.list(who, ListQuery.first(100)).items());
        Collections.reverse(popups);
        return popups;
    }

    /** Somebody's reminders in one state. */
    List<DueReminder> reminders(Actor who, String state) {
        return reminders.list(who, new ListQuery(100, null, null, false, Map.of("state", List.of(state)))).items();
    }

    static Map<String, Object> remind(int offset, String unit, String channel) {
        return Map.of("offset", offset, "unit", unit, "channel", channel);
    }
}
