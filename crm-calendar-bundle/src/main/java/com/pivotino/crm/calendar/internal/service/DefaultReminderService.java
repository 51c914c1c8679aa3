package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.DueReminder;
import com.pivotino.crm.api.calendar.EventTime;
import com.pivotino.crm.api.calendar.ReminderService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery.State;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.PageRows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminders that were due for the caller. */
@Component(service = ReminderService.class)
public final class DefaultReminderService implements ReminderService {

    private static final int LONGEST_SNOOZE = 1440;

    private final CalendarTransactions transactions;

    @Activate
    public DefaultReminderService(@Reference CalendarTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<DueReminder> list(Actor actor, ListQuery query) {
        query.allowing(Set.of("state"));
        Set<State> states = EnumSet.noneOf(State.class);
        query.all("state").forEach(state -> states.add(state(state)));
        PageCursor.Moment after = PageCursor.moment(query.cursor());
        return transactions.read(unit -> {
            List<ReminderDelivery> found = unit.reminders().of(Address.user(actor.userId()), states, after.at(),
                    after.id() == null ? 0 : after.id(), query.limit() + 1);
            return PageRows.of(found, query.limit()).page(DefaultReminderService::shown, last -> Cursor.of(last.fireAt(), last.id()),
                    query.count() ? unit.reminders().count(Address.user(actor.userId()), states) : null);
        });
    }

    @Override
    public DueReminder dismiss(Actor actor, long id) {
        return change(actor, id, (delivery, now) -> {
            if (delivery.state() == State.PENDING) {
                delivery.dismiss();
            }
        });
    }

    @Override
    public DueReminder snooze(Actor actor, long id, Integer minutes) {
        if (minutes == null || minutes < 1 || minutes > LONGEST_SNOOZE) {
            throw CrmException.invalid("minutes", minutes == null ? "required" : "out_of_range", "Between 1 and 1440.");
        }
        return change(actor, id, (delivery, now) -> {
            if (delivery.state() == State.MISSED) {
                throw CrmException.conflict("reminder_missed", "This event is over.");
            }
            delivery.snooze(now.plusSeconds(60L * minutes));
        });
    }

    private DueReminder change(Actor actor, long id, BiConsumer<ReminderDelivery, Instant> work) {
        Long event = transactions.read(unit -> own(unit, actor, id).eventId());
        return transactions.act(Act.of(actor, new RecordRef("event", event)), (unit, tx) -> {
            ReminderDelivery delivery = own(unit, actor, id);
            work.accept(delivery, tx.now());
            new MeetingNews(unit, tx).reminded(delivery);
            return shown(delivery);
        }).value();
    }

    private static ReminderDelivery own(CalendarUnitOfWork unit, Actor actor, long id) {
        return unit.reminders().delivery(id).filter(delivery -> actor.userId() != null && "popup".equals(delivery.channel())
                && delivery.who().equals(Address.user(actor.userId()))).orElseThrow(() -> CrmException.notFound("The reminder"));
    }

    private static State state(String text) {
        return Arrays.stream(State.values()).filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> CrmException.invalid("state", "invalid", "One of pending, delivered, missed, dismissed."));
    }

    static DueReminder shown(ReminderDelivery delivery) {
        String id = delivery.recurrenceId();
        return new DueReminder(delivery.id(), delivery.eventId(),
                id == null ? null : EventViews.idText(delivery.isAllDay(), LocalDateTime.parse(id)),
                delivery.title(), start(delivery), delivery.fireAt(), delivery.channel(),
                delivery.state().name().toLowerCase(Locale.ROOT), delivery.isLate());
    }

    static EventTime start(ReminderDelivery delivery) {
        LocalDateTime local = LocalDateTime.parse(delivery.startLocal());
        return delivery.isAllDay() ? new EventTime(local.toLocalDate(), null, null)
                : new EventTime(LocalDateTime.ofInstant(delivery.startsAt(), ZoneId.of(delivery.zone())), delivery.zone(),
                        delivery.startsAt());
    }
}
