package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.Attendee;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.EarlierValue;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.support.StaleVersion;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the members of an event held before its edits: the {@code base} of a conflict (REST "If-Match"). */
final class EarlierValues {

    /** An edit that is based on an older version than this many edits ago has no base. */
    private static final int KEPT = 30;

    private final CalendarUnitOfWork unit;

    EarlierValues(CalendarUnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * Writes down what these members hold before they are changed.
     *
     * @param id the one occurrence that is changed, or null for the whole event
     */
    void keep(Meeting meeting, LocalDateTime id, Collection<String> members) {
        long event = meeting.event().id();
        long version = meeting.event().version();
        unit.events().forgetEarlierValues(event, version - KEPT);
        for (String member : members) {
            unit.events().add(new EarlierValue(event, id == null ? null : id.toString(), version + 1, member, text(meeting, id, member)));
        }
    }

    private static String text(Meeting meeting, LocalDateTime id, String member) {
        Optional<Occurrence> one = id == null ? Optional.empty() : meeting.series().occurrence(id);
        Texts texts = one.map(occurrence -> Texts.of(occurrence.details())).orElse(meeting.texts());
        return switch (member) {
            case "title" -> texts.title();
            case "description" -> texts.description();
            case "location" -> texts.location();
            case "privacy" -> texts.privacy();
            case "showAs" -> texts.showAs();
            case "start" -> text(one.map(Occurrence::slot).orElse(meeting.series().slot()));
            case "rrule" -> meeting.event().rrule();
            case "record" -> meeting.event().record() == null ? null : meeting.event().record().toString();
            case "attendees" -> meeting.invited(id).stream().map(EarlierValues::text).collect(Collectors.joining("\n"));
            default -> null;
        };
    }

    private static String text(TimeSlot slot) {
        return slot.start() + " " + slot.length() + (slot.allDay() ? "" : " " + slot.zone().getId());
    }

    private static String text(Attendance one) {
        return String.join("\t", one.address().key(), line(one.email()), line(one.name()), one.answer(), String.valueOf(one.isOrganizer()));
    }

    private static String line(String text) {
        return text == null ? "" : text.replaceAll("\\s", " ");
    }

    /** What each member that has changed since held at that version, as the contract shows it. */
    Map<String, Object> since(Meeting meeting, LocalDateTime id, long version) {
        Map<String, Object> base = new HashMap<>();
        StaleVersion.firstByMember(unit.events().earlierValues(meeting.event().id(), id == null ? null : id.toString(), version),
                EarlierValue::member).forEach((member, value) -> base.put(member, value.held() == null ? null
                : shown(member, value.held())));
        return base;
    }

    private Object shown(String member, String held) {
        return switch (member) {
            case "start" -> EventViews.start(slot(held));
            case "record" -> RecordRef.parse(held);
            case "attendees" -> attendees(held.lines().map(line -> line.split("\t", -1)).toList(), unit.directory());
            default -> held;
        };
    }

    private static TimeSlot slot(String text) {
        String[] parts = text.split(" ");
        return new TimeSlot(LocalDateTime.parse(parts[0]), Duration.parse(parts[1]), parts.length < 3 ? null : ZoneId.of(parts[2]));
    }

    private static List<Attendee> attendees(List<String[]> lines, Directory directory) {
        List<PersonRef> people = lines.stream().map(line -> new Address(line[0]).person()).filter(Objects::nonNull).toList();
        Map<Long, User> users = directory.users(people.stream().filter(PersonRef::isUser).map(PersonRef::id).toList());
        Map<Long, Contact> contacts = directory.contacts(people.stream().filter(person -> !person.isUser()).map(PersonRef::id).toList());
        return lines.stream().map(line -> {
            PersonRef person = new Address(line[0]).person();
            String name = person == null ? line[2] : person.isUser() ? users.containsKey(person.id()) ? users.get(person.id()).name() : ""
                    : contacts.containsKey(person.id()) ? contacts.get(person.id()).name() : "";
            return new Attendee(person, line[1].isEmpty() ? null : line[1], name, line[3], Boolean.parseBoolean(line[4]));
        }).toList();
    }
}
