package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityListing.Row;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.activity.internal.store.DayListing;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.MyDay;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Activities as the contract shows them, with names of people and types: two more queries a list, however long. */
final class ActivityViews {

    private final ActivityStore store;
    private final Directory directory;

    ActivityViews(ActivityStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    List<Activity> of(List<Row> rows, Instant now) {
        Set<Long> people = new HashSet<>();
        for (Row row : rows) {
            people.add(row.activity().assigneeId());
            people.add(row.activity().createdBy());
            people.add(row.activity().endedBy());
        }
        people.remove(null);
        Map<Long, User> users = people.isEmpty() ? Map.of() : directory.users(people);
        Map<Long, TypeRef> types = types();
        Map<Long, NamedRef> teams = teams(rows);
        return rows.stream().map(row -> of(row.activity(), row.title(), types, users, teams, now)).toList();
    }

    Activity of(PlannedActivity activity, Instant now) {
        String title = store.record(activity.record()).map(record -> record.title()).orElse(null);
        return of(List.of(new Row(activity, title)), now).get(0);
    }

    /** Somebody's day; of a record that they may not read only the title (SEMANTICS A13). */
    List<MyDay.Item> ofDay(List<DayListing.Row> day, Actor actor, ActivityAccess access, Instant now) {
        store.complete(day.stream().map(DayListing.Row::record).filter(Objects::nonNull).toList());
        List<Activity> shown = of(day.stream().map(row -> new Row(row.activity(),
                row.record() == null ? null : row.record().title())).toList(), now);
        Set<RecordRef> readable = access.readable(actor, day.stream().map(row -> row.activity().record()).toList());
        List<MyDay.Item> items = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            TrackedRecord record = day.get(i).record();
            boolean read = record != null && readable.contains(record.ref());
            items.add(new MyDay.Item(shown.get(i), day.get(i).ordered(), read ? record.customer() : null,
                    read ? record.amount() : null, read ? record.stageName() : null));
        }
        return items;
    }

    /** As events tell it. */
    ActivityState state(PlannedActivity activity, NamedRef assignee) {
        return new ActivityState(activity.id(), activity.record(), type(activity.typeId()).toRef(), activity.summary(),
                activity.dueDate(), activity.todayFrom(), activity.lateFrom(), assignee, activity.role(),
                activity.automatic(), activity.status().key(), team(activity.teamId()), activity.eventId());
    }

    ActivityState state(PlannedActivity activity) {
        return state(activity, person(activity.assigneeId()));
    }

    /** The type; there is one, because types in use are never deleted. */
    ActivityTypeEntity type(long id) {
        return store.kind(id).orElseThrow(() -> new IllegalStateException("No activity type " + id));
    }

    Map<Long, TypeRef> types() {
        return store.kinds().stream().collect(Collectors.toMap(ActivityTypeEntity::id, ActivityTypeEntity::toRef));
    }

    /** The user's name as of now, or null for nobody. */
    NamedRef person(Long id) {
        return id == null ? null : directory.user(id).map(user -> new NamedRef(id, user.name())).orElse(new NamedRef(id, ""));
    }

    /** The team's name as of now, or null for none. */
    NamedRef team(Long id) {
        return id == null ? null : directory.team(id).map(team -> new NamedRef(id, team.name())).orElse(new NamedRef(id, ""));
    }

    private Map<Long, NamedRef> teams(List<Row> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.activity().teamId()));
        ids.remove(null);
        Map<Long, NamedRef> teams = new HashMap<>();
        ids.forEach(id -> teams.put(id, new NamedRef(id, "")));
        if (!ids.isEmpty()) {
            directory.teams(ids).forEach((id, team) -> teams.put(id, new NamedRef(id, team.name())));
        }
        return teams;
    }

    private static Activity of(PlannedActivity a, String title, Map<Long, TypeRef> types, Map<Long, User> users,
            Map<Long, NamedRef> teams, Instant now) {
        boolean ended = !a.isOpen();
        return new Activity(a.id(), a.version(), a.record(), title, types.get(a.typeId()), a.summary(), a.note(),
                a.dueDate(), name(users, a.assigneeId()), name(users, a.createdBy()), a.createdAt(), a.automatic(),
                a.role(), a.state(now), a.isDone() ? a.endedAt() : null, a.isDone() ? name(users, a.endedBy()) : null,
                a.feedback(), a.eventId(), a.dueExplanation(), a.outcome(), a.durationMinutes(),
                ended && !a.isDone() ? a.endedAt() : null, ended && !a.isDone() ? name(users, a.endedBy()) : null,
                a.cancelReason(), teams.get(a.teamId()), a.postponed(), a.dueBasis(),
                a.automation().causeId(), a.automation().cause(), a.automation().endCauseId(), a.automation().endCause(), List.of(),
                a.enclosures().files());
    }

    private static NamedRef name(Map<Long, User> users, Long id) {
        return id == null ? null : new NamedRef(id, users.containsKey(id) ? users.get(id).name() : "");
    }
}
