package com.pivotino.crm.activity;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.reaction.ActivityReaction;
import com.pivotino.crm.activity.internal.reaction.DueDateListener;
import com.pivotino.crm.activity.internal.reaction.PeopleListener;
import com.pivotino.crm.activity.internal.service.ActivityExtensions;
import com.pivotino.crm.activity.internal.service.ActivityTransactions;
import com.pivotino.crm.activity.internal.service.DefaultActivityPlanService;
import com.pivotino.crm.activity.internal.service.DefaultActivityService;
import com.pivotino.crm.activity.internal.service.DefaultActivityTypeService;
import com.pivotino.crm.activity.internal.service.DefaultActivityWorkService;
import com.pivotino.crm.activity.internal.standard.StandardDueDates;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.chatter.event.FollowerRemoved;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.directory.event.SettingsChanged;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.TestWorld;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.TransactionType;

/** The activity bundle on the real runtime, with a few people and a pipeline that only publishes. */
final class World extends TestWorld {

    static final NamedRef SALES = new NamedRef(50, "Sales");
    static final long TO_DO = 1;
    static final long CALL = 2;

    final Cards cards;
    final ActivityExtensions partners = new ActivityExtensions(new DirectPlugins());
    final DefaultActivityService activities;
    final DefaultActivityWorkService work;
    final DefaultActivityTypeService types;
    final DefaultActivityPlanService plans;
    final ActivityReaction reaction;
    final DueDateListener dueDates;

    World(Database database) {
        super(database, new ModuleUnit("activity", PlannedActivity.class.getClassLoader()));
        var jpa = crm.jpa("crm-activity");
        cards = new Cards(crm.acts());
        ActivityTransactions transactions = new ActivityTransactions(crm.acts(), crm.records(), jpa, directory, settings, partners);
        partners.addPolicy(new StandardDueDates(), Map.of("service.ranking", -100));
        activities = new DefaultActivityService(transactions, crm.clock());
        work = new DefaultActivityWorkService(transactions, crm.clock());
        types = new DefaultActivityTypeService(transactions);
        plans = new DefaultActivityPlanService(transactions, crm.clock());
        reaction = new ActivityReaction(transactions);
        dueDates = new DueDateListener(transactions);
        bring("activity.others", reaction, "pipeline.*", "runtime.ActUndone", "directory.UserChanged", "directory.UserDeactivated",
                "calendar.*");
        crm.listener("activity.zone", new String[] {"directory.*"}, new PeopleListener(transactions));
        crm.listener("activity.dueDates", new String[] {"activity.ActivityScheduled"}, dueDates);
        hear("activity.*");
        bring("test.cards", cards, "activity.ActivityCompleted");
        reset();
    }

    /** As if just opened: no cards, no activities, the people and settings of the beginning, Wednesday 3 June 2026. */
    void reset() {
        firstDay();
        directory.addTeam(50, "Sales", 1L, 2L);
        empty("ac_edit", "ac_activity", "rt_record_reader", "rt_record", "ac_record", "ac_plan");
        sql("UPDATE ac_type SET chaining = 'none', next_type_ids = '', next_from = 'completion', due_days = NULL",
                "DELETE FROM ac_type WHERE id > 1000");
    }

    /** How many events reactions have still to catch up with. */
    long missed() {
        return crm.acts().read(() -> crm.jpa("crm-activity").txExpr(TransactionType.Required, em ->
            ((Number) em.createNativeQuery("SELECT COUNT(*) FROM rt_missed").getSingleResult()).longValue()));
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

    /** Ann's card in New with its first activity. */
    RecordRef card() {
        return cards.create(ann(), ANN, Cards.NEW, true);
    }

    void zone(NamedRef who, String zone) {
        locale(who, zone, null);
    }

    /** The same, told as the directory tells it. */
    void moveToZone(NamedRef who, String zone) {
        zone(who, zone);
        publish(new RecordRef("user", who.id()), new UserChanged(who.id(), who.name(), zone, true, true));
    }

    /** The system's zone, told as the directory tells it, and heard by all who listen. */
    void moveSystemTo(String zone) {
        directory.zone(ZoneId.of(zone));
        publish(new RecordRef("settings", 1), new SettingsChanged(List.of("zone")));
        crm.deliverAll();
    }

    void deactivate(NamedRef who, NamedRef reassignTo) {
        User user = directory.user(who.id()).orElseThrow();
        directory.add(new User(user.id(), 2, user.login(), user.name(), user.email(), null, null, user.roles(), false));
        publish(new RecordRef("user", who.id()), new UserDeactivated(who, reassignTo));
    }

    void unfollow(RecordRef card, NamedRef who) {
        publish(card, new FollowerRemoved(PersonRef.user(who.id()), who));
    }

    /** A call that Ann's team may claim. */
    Activity planForTeam(Actor by, RecordRef card, String summary, String due) {
        return activities.schedule(by, new NewActivity(card, CALL, summary, null, LocalDate.parse(due), null, SALES.id(), null,
                null)).value();
    }

    Activity plan(Actor by, RecordRef card, String summary, String due) {
        return activities.schedule(by, new NewActivity(card, CALL, summary, null, due == null ? null : LocalDate.parse(due),
                null)).value();
    }

    List<Activity> of(RecordRef card) {
        return list(ada(), "record=" + card);
    }

    Activity first(RecordRef card) {
        return of(card).stream().filter(a -> "first".equals(a.role())).findFirst().orElseThrow();
    }

    /** @param filters each {@code name=value} */
    List<Activity> list(Actor by, String... filters) {
        return activities.list(by, query(100, null, filters)).items();
    }

    static ListQuery query(int limit, String cursor, String... filters) {
        return new ListQuery(limit, cursor, null, false, Arrays.stream(filters).map(f -> f.split("=")).collect(
                Collectors.groupingBy(f -> f[0], Collectors.mapping(f -> f[1], Collectors.toList()))));
    }

    static Set<String> summaries(List<Activity> activities) {
        return activities.stream().map(Activity::summary).collect(Collectors.toSet());
    }
}
