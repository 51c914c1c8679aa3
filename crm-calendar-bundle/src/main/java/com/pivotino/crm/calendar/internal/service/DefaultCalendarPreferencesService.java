package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.CalendarPreferences;
import com.pivotino.crm.api.calendar.CalendarPreferencesService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.domain.Preferences;
import com.pivotino.crm.support.StaleVersion;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each user's own events start with. */
@Component(service = CalendarPreferencesService.class)
public final class DefaultCalendarPreferencesService implements CalendarPreferencesService {

    private final CalendarTransactions transactions;
    private final ReminderChannels channels;

    @Activate
    public DefaultCalendarPreferencesService(@Reference CalendarTransactions transactions, @Reference ReminderChannels channels) {
        this.transactions = transactions;
        this.channels = channels;
    }

    @Override
    public CalendarPreferences get(Actor actor) {
        return transactions.read(unit -> unit.preferences(actor.userId()));
    }

    @Override
    public CalendarPreferences edit(Call call, MergePatch patch) {
        Actor actor = call.actor();
        patch.allowing(Set.of("reminders", "privacy", "weekStart", "workFrom", "workTo"), Set.of("version"));
        return transactions.act(Act.of(call, new RecordRef("calendar-preferences", actor.userId())), (unit, tx) -> {
            CalendarPreferences before = unit.preferences(actor.userId());
            StaleVersion.refuse(call.version(), before.version(), () -> before);
            Preferences row = unit.ownPreferences(actor.userId());
            row.choose(merged(before, patch));
            unit.events().flush();
            return row.toRecord();
        }).value();
    }

    private CalendarPreferences merged(CalendarPreferences before, MergePatch patch) {
        String weekStart = patch.has("weekStart") ? patch.requiredText("weekStart", 2).toLowerCase(Locale.ROOT) : before.weekStart();
        if (!EventFields.isDay(weekStart)) {
            throw CrmException.invalid("weekStart", "invalid", "One of mo, tu, we, th, fr, sa, su.");
        }
        LocalTime from = patch.has("workFrom") ? time(patch, "workFrom") : before.workFrom();
        LocalTime to = patch.has("workTo") ? time(patch, "workTo") : before.workTo();
        if (!to.isAfter(from)) {
            throw CrmException.invalid("workTo", "invalid", "Work ends after it begins.");
        }
        return new CalendarPreferences(before.version(), patch.has("reminders")
                ? ReminderFields.read(patch, channels.ids()) : before.reminders(),
                EventFields.oneOf(patch, "privacy", Set.of("public", "private"), before.privacy()), weekStart, from, to);
    }

    private static LocalTime time(MergePatch patch, String name) {
        String text = patch.requiredText(name, 8);
        try {
            return LocalTime.parse(text).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            String message = "Use a time such as 09:00.";
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                    List.of(new FieldProblem(name, "invalid", message)), Map.of(), e);
        }
    }
}
