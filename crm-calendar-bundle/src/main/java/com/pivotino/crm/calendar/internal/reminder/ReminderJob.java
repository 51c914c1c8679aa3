package com.pivotino.crm.calendar.internal.reminder;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.spi.ReminderChannel.Result;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.CalendarUnitOfWork;
import com.pivotino.crm.calendar.internal.service.OwnChannel;
import com.pivotino.crm.calendar.internal.service.ReminderChannels;
import com.pivotino.crm.calendar.internal.service.ReminderMessages;
import com.pivotino.crm.calendar.internal.service.ReminderPlanning;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings reminders (SEMANTICS N3): first writes down what is due, under the event's lock and with a unique key, then hands each
 * to its channel. Another node, a restart or a clock that jumps finds the same rows and makes none twice.
 */
@Component(service = ScheduledJob.class, property = {ScheduledJob.NAME + "=calendar.reminders",
        ScheduledJob.EVERY_SECONDS + ":Integer=5"})
public final class ReminderJob implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);
    private static final int AT_ONCE = 200;
    /** How long a node that died keeps a delivery. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final List<Duration> AGAIN = List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1),
            Duration.ofMinutes(10), Duration.ofHours(1));

    private final CalendarTransactions transactions;
    private final ReminderChannels channels;

    @Activate
    public ReminderJob(@Reference CalendarTransactions transactions, @Reference ReminderChannels channels) {
        this.transactions = transactions;
        this.channels = channels;
    }

    @Override
    public void run(Instant now) {
        writeDown(now);
        deliver(now);
    }

    private void writeDown(Instant now) {
        Set<Long> seen = new HashSet<>();
        List<Long> due = transactions.read(unit -> unit.reminders().dueEvents(now, AT_ONCE));
        while (seen.addAll(due)) {
            for (long event : due) {
                act(event, (unit, tx) -> {
                    unit.find(event).ifPresentOrElse(meeting -> new ReminderPlanning(unit, now).fire(meeting),
                            () -> unit.reminders().schedules(event).forEach(unit.reminders()::remove));
                    return null;
                });
            }
            due = transactions.read(unit -> unit.reminders().dueEvents(now, AT_ONCE));
        }
    }

    private void deliver(Instant now) {
        Set<Long> seen = new HashSet<>();
        List<Long> due = transactions.read(unit -> unit.reminders().due(now, AT_ONCE));
        while (seen.addAll(due)) {
            due.forEach(id -> deliver(id, now));
            due = transactions.read(unit -> unit.reminders().due(now, AT_ONCE));
        }
    }

    /** Claimed, asked outside of any transaction, written down. A person who cannot be reached stops nobody. */
    private void deliver(long id, Instant now) {
        Long event = transactions.read(unit -> unit.reminders().delivery(id).map(ReminderDelivery::eventId).orElse(null));
        Optional<ReminderMessage> message = event == null ? Optional.empty() : act(event, (unit, tx) ->
                unit.reminders().delivery(id).filter(delivery -> delivery.isDue(now)).map(delivery -> {
                    delivery.claim(now.plus(CLAIM));
                    return ReminderMessages.of(delivery);
                }));
        if (message.isEmpty()) {
            return;
        }
        String channel = transactions.read(unit -> unit.reminders().delivery(id).map(ReminderDelivery::channel).orElse(""));
        PluginAnswer<Result> answer = channels.deliver(channel, message.get());
        act(event, (unit, tx) -> {
            unit.reminders().delivery(id).filter(delivery -> !delivery.isHanded() && delivery.state() == ReminderDelivery.State.PENDING)
                    .ifPresent(delivery -> {
                if (!answer.failed() && answer.value() == Result.DELIVERED) {
                    Optional<OwnChannel> own = channels.own(channel);
                    own.ifPresent(ours -> ours.tell(message.get(), ReminderMessages.language(unit, delivery), tx));
                    delivery.hand(own.isPresent() && own.get().stays());
                } else {
                    failed(delivery, answer, now);
                }
                ReminderMessages.tell(unit, tx, delivery);
            });
            return null;
        });
    }

    private static void failed(ReminderDelivery delivery, PluginAnswer<Result> answer, Instant now) {
        boolean rejected = !answer.failed() && answer.value() == Result.REJECTED;
        boolean again = !rejected && delivery.attempts() < AGAIN.size() && delivery.endsAt().isAfter(now);
        String why = rejected ? "rejected" : answer.failed() ? answer.failure() + ": " + answer.detail() : "to be tried again";
        delivery.fail(why, again ? now.plus(AGAIN.get(delivery.attempts())) : null);
        if (!again) {
            LOG.warn("Reminder {} of event {} was given up: {}", delivery.id(), delivery.eventId(), why);
        }
    }

    private <T> T act(long event, BiFunction<CalendarUnitOfWork, Transaction, T> work) {
        return transactions.act(Act.of(Actor.system(ZoneOffset.UTC), "automation", Set.of(new RecordRef("event", event))), work).value();
    }
}
