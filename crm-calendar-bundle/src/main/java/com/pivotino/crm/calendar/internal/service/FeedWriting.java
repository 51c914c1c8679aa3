package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.Feed;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.ical.IcsEvent;
import com.pivotino.crm.calendar.internal.ical.IcsWriter;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a feed as its owner may see it now: private events of others are Busy in it too (SEMANTICS I3, I5). */
final class FeedWriting {

    private static final Duration PAST = Duration.ofDays(366);
    private static final Duration CANCELLED_SHOWN = Duration.ofDays(60);

    private final CalendarUnitOfWork unit;
    private final Instant now;

    FeedWriting(CalendarUnitOfWork unit, Instant now) {
        this.unit = unit;
        this.now = now;
    }

    /** Empty if the owner has left, or may not see the team any more. */
    Optional<String> text(Feed feed) {
        Optional<User> owner = unit.directory().user(feed.userId()).filter(User::active);
        return owner.flatMap(user -> {
            Actor actor = unit.directory().actor(user.id());
            if (feed.teamId() == null) {
                return Optional.of(text(feed, actor, user.name(), Set.of(Address.user(user.id()))));
            }
            return unit.directory().team(feed.teamId()).filter(team -> actor.isManager() || actor.visibleTeamIds().contains(team.id()))
                    .map(team -> text(feed, actor, team.name(), members(team)));
        });
    }

    private static Set<Address> members(Team team) {
        Set<Address> members = new HashSet<>();
        team.memberIds().forEach(id -> members.add(Address.user(id)));
        if (team.leaderId() != null) {
            members.add(Address.user(team.leaderId()));
        }
        return members;
    }

    private String text(Feed feed, Actor actor, String name, Set<Address> people) {
        List<CalendarEvent> events = people.isEmpty() ? new ArrayList<>()
                : new ArrayList<>(unit.events().ofPeople(people, now.minus(PAST), SeriesSaving.FOREVER));
        if (!people.isEmpty()) {
            events.addAll(unit.events().cancelledOf(people, now.minus(CANCELLED_SHOWN)));
        }
        events.sort(Comparator.comparing(CalendarEvent::id));
        List<Meeting> meetings = unit.load(events);
        IcsEvents writing = new IcsEvents(Names.of(unit.directory(), meetings));
        List<IcsEvent> told = new ArrayList<>();
        for (Meeting meeting : meetings) {
            boolean free = meeting.texts().isFree() || meeting.invited().stream().filter(one -> people.contains(one.address()))
                    .allMatch(Attendance::isDeclined) && meeting.invited().stream().anyMatch(one -> people.contains(one.address()));
            if (!(Feed.BUSY.equals(feed.kind()) && free)) {
                boolean bare = Feed.BUSY.equals(feed.kind()) || !EventAccess.sees(actor, meeting, null, meeting.texts());
                told.addAll(parts(writing, meeting, people, hidden(actor, meeting)).stream().map(event -> bare ? event.busy() : event)
                        .toList());
            }
        }
        return IcsWriter.feed(name, told, now);
    }

    /** Occurrences that are private in a series that is not, unless the owner takes part in them. */
    private static Set<LocalDateTime> hidden(Actor actor, Meeting meeting) {
        return meeting.series().overrides().keySet().stream().flatMap(id -> meeting.series().occurrence(id).stream())
                .filter(one -> !EventAccess.sees(actor, meeting, one.id(), Texts.of(one.details()))).map(Occurrence::id)
                .collect(Collectors.toSet());
    }

    /** The event without occurrences that none of these takes part in; for who is in single ones only, those alone. */
    private static List<IcsEvent> parts(IcsEvents writing, Meeting meeting, Set<Address> people, Set<LocalDateTime> hidden) {
        boolean whole = meeting.invited().stream().anyMatch(one -> people.contains(one.address()));
        Set<LocalDateTime> named = new HashSet<>();
        meeting.attendances().stream().filter(one -> one.recurrenceId() != null && people.contains(one.address()))
                .forEach(one -> named.add(LocalDateTime.parse(one.recurrenceId())));
        if (whole) {
            named.removeIf(id -> meeting.invited(id).stream().anyMatch(one -> people.contains(one.address())));
            return List.of(writing.bare(meeting, named).hiding(hidden));
        }
        return named.stream().sorted().flatMap(id -> meeting.series().occurrence(id).stream()).map(one -> {
            IcsEvent all = writing.bare(meeting, Set.of());
            Map<String, Object> details = hidden.contains(one.id()) ? Map.of("title", IcsEvent.BUSY) : one.details();
            return new IcsEvent(all.uid() + "-" + one.id(), all.sequence(), all.changed(), Series.single(one.slot(), details), null,
                    List.of(), all.cancelled());
        }).toList();
    }
}
