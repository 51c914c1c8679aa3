package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.calendar.CalendarService;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.EventChange;
import com.pivotino.crm.api.calendar.EventWindow;
import com.pivotino.crm.api.calendar.Occurrence;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.service.EventOperations.Outcome;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Acts on events: the transaction's border, permission, then the {@link EventOperations}. */
@Component(service = CalendarService.class)
public final class DefaultCalendarService implements CalendarService {

    private final CalendarTransactions transactions;
    private final ReminderChannels channels;

    @Activate
    public DefaultCalendarService(@Reference CalendarTransactions transactions, @Reference ReminderChannels channels) {
        this.transactions = transactions;
        this.channels = channels;
    }

    @Override
    public List<Occurrence> occurrences(Actor actor, EventWindow window) {
        return transactions.read(unit -> new WindowReading(unit, actor).occurrences(window));
    }

    @Override
    public Event get(Actor actor, long id, String recurrenceId) {
        return transactions.read(unit -> {
            Meeting meeting = unit.require(id);
            return shown(unit, actor, meeting, occurrence(meeting, recurrenceId), false);
        });
    }

    @Override
    public Answer<Event> create(Actor actor, MergePatch members) {
        EventFields.allowed(members);
        CalendarExtensions extensions = transactions.extensions();
        Long activityId = members.number("activityId");
        Activity asked = activityId == null ? null : ActivityLink.require(extensions, actor, activityId);
        MergePatch whole = asked == null ? members : withActivity(members, asked);
        RecordRef record = EventFields.record(whole);
        return transactions.act(record == null ? Act.of(actor) : Act.of(actor, record), (unit, tx) -> {
            Activity activity = asked == null ? null : ActivityLink.require(extensions, actor, activityId);
            if (record != null && activity == null) {
                unit.records().requireReadable(actor, record);
            }
            EventDraft draft = EventFields.draft(whole, actor, unit, channels.ids());
            Long organizer = activity == null || activity.assignee() == null ? actor.userId() : (Long) activity.assignee().id();
            Outcome made = unit.operations(tx).create(draft, organizer);
            new OverlapWarnings(unit, tx).of(made.meeting(), null);
            return shown(unit, actor, made.meeting(), null, made.startAdjusted());
        });
    }

    /** What is not sent is as the activity has it; the record always is. */
    private static MergePatch withActivity(MergePatch members, Activity activity) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("title", activity.summary());
        whole.put("description", activity.note());
        members.names().forEach(name -> whole.put(name, members.value(name)));
        whole.put("record", activity.record().toString());
        return new MergePatch(whole);
    }

    @Override
    public Answer<Event> edit(Call call, long id, MergePatch patch, EventChange change) {
        Actor actor = call.actor();
        EventFields.allowed(patch);
        return act(call, id, EventFields.record(patch), (unit, tx, meeting) -> {
            LocalDateTime opened = occurrence(meeting, change.recurrenceId());
            boolean onlyReminders = patch.names().equals(Set.of("reminders"));
            if (!onlyReminders || attendance(meeting, actor, opened) == null) {
                EventAccess.requireEditable(actor, meeting);
            }
            EventEdit wanted = EventEdit.of(patch, meeting, opened, actor, unit, channels.ids());
            if (wanted.recordSet() && wanted.record() != null) {
                unit.records().requireReadable(actor, wanted.record());
            }
            if (wanted.reminders() != null) {
                new ReminderSets(unit, tx).choose(meeting, actor.userId(), wanted.reminders());
            }
            if (wanted.changesNothing()) {
                return shown(unit, actor, unit.require(id), opened, false);
            }
            new EventVersions(unit).requireMergeable(meeting, opened, call.version(), wanted.members(), patch,
                    shown(unit, actor, meeting, opened, false));
            Outcome made = unit.operations(tx).edit(meeting, wanted, change, opened);
            if (wanted.edit().timeOrRule() || wanted.invitees() != null) {
                new OverlapWarnings(unit, tx).of(made.meeting(), made.id());
            }
            return shown(unit, actor, made.meeting(), made.id(), made.startAdjusted());
        });
    }

    @Override
    public void delete(Call call, long id, EventChange change) {
        Actor actor = call.actor();
        act(call, id, null, (unit, tx, meeting) -> {
            EventAccess.requireEditable(actor, meeting);
            LocalDateTime opened = occurrence(meeting, change.recurrenceId());
            new EventVersions(unit).requireCurrent(meeting, call.version(), shown(unit, actor, meeting, opened, false));
            unit.operations(tx).delete(meeting, change, opened);
            return null;
        });
    }

    @Override
    public Answer<Event> answer(Actor actor, long id, String answer, String recurrenceId) {
        if (answer == null || !Attendance.ANSWERS.contains(answer)) {
            throw CrmException.invalid("answer", "invalid", "One of accepted, tentative, declined.");
        }
        return act(Call.of(actor), id, null, (unit, tx, meeting) -> {
            LocalDateTime one = occurrence(meeting, recurrenceId);
            Attendance mine = attendance(meeting, actor, one);
            if (mine == null) {
                throw CrmException.forbidden("Only who is invited may answer.");
            }
            if (!answer.equals(mine.answer())) {
                unit.operations(tx).answer(meeting, mine, one, answer);
            }
            unit.events().flush();
            return shown(unit, actor, unit.require(id), one, false);
        });
    }

    private static Attendance attendance(Meeting meeting, Actor actor, LocalDateTime id) {
        return actor.userId() == null ? null : meeting.invited(Address.user(actor.userId()), id).orElse(null);
    }

    /** The named occurrence; {@code not_found} if the series has it not; null for none. */
    private static LocalDateTime occurrence(Meeting meeting, String recurrenceId) {
        if (recurrenceId == null || recurrenceId.isEmpty()) {
            return null;
        }
        if (!meeting.series().recurring()) {
            throw CrmException.invalid("recurrenceId", "invalid", "This event does not repeat.");
        }
        LocalDateTime id = meeting.series().id(recurrenceId);
        meeting.series().occurrence(id).orElseThrow(() -> CrmException.notFound("The occurrence"));
        return id;
    }

    private static Event shown(CalendarUnitOfWork unit, Actor actor, Meeting meeting, LocalDateTime id, boolean adjusted) {
        unit.events().flush();
        return unit.views(actor).of(meeting, id, unit.reminders().lines(meeting.event().id()), adjusted);
    }

    /** What is done to one event under its lock and that of its record. */
    private interface Work<T> {
        T on(CalendarUnitOfWork unit, Transaction tx, Meeting meeting);
    }

    private <T> Answer<T> act(Call call, long id, RecordRef other, Work<T> work) {
        Set<RecordRef> locks = new HashSet<>();
        transactions.read(unit -> {
            Meeting meeting = unit.require(id);
            locks.add(meeting.event().ref());
            locks.add(meeting.event().record());
            return null;
        });
        locks.add(other);
        locks.remove(null);
        return transactions.act(Act.of(call, locks.toArray(RecordRef[]::new)), (unit, tx) -> work.on(unit, tx, unit.require(id)));
    }
}
