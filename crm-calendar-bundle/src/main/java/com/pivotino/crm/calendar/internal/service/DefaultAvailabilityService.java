package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.calendar.AvailabilityService;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.calendar.internal.recurrence.Window;
import com.pivotino.crm.calendar.internal.service.SlotSearch.Hours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is free when. */
@Component(service = AvailabilityService.class)
public final class DefaultAvailabilityService implements AvailabilityService {

    private static final Duration LONGEST_SEARCH = Duration.ofDays(62);

    private final CalendarTransactions transactions;
    private final SettingsService service;
    private final Clock clock;

    @Activate
    public DefaultAvailabilityService(@Reference CalendarTransactions transactions, @Reference SettingsService service,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public Map<PersonRef, List<Interval>> busy(Actor actor, Collection<PersonRef> people, Instant from, Instant to) {
        Window window = new Window(from, to, actor.zone());
        return transactions.read(unit -> new BusyTimes(unit, actor).of(orSelf(people, actor), window.from(), window.to(), null));
    }

    @Override
    public List<Slot> slots(Actor actor, Collection<PersonRef> people, Instant from, Instant to, Duration length, boolean partial) {
        if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofDays(1)) > 0) {
            throw CrmException.invalid("minutes", "out_of_range", "Between 1 minute and a day.");
        }
        Instant begin = from.isBefore(clock.instant()) ? clock.instant() : from;
        if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST_SEARCH) > 0) {
            throw CrmException.invalid("to", "invalid", "At most " + LONGEST_SEARCH.toDays() + " days after from.");
        }
        Settings settings = service.current();
        return begin.isAfter(to) ? List.of() : transactions.read(unit -> {
            Set<PersonRef> asked = orSelf(people, actor);
            Map<PersonRef, Hours> hours = new LinkedHashMap<>();
            asked.stream().filter(PersonRef::isUser).forEach(person -> hours.put(person,
                    new Hours(unit.preferences(person.id()), unit.directory().zoneOf(person.id()))));
            return new SlotSearch(settings.workingWeek(), settings.holidaySet(),
                    new BusyTimes(unit, actor).of(asked, begin, to, null), hours)
                    .search(begin, to, length, new Hours(unit.preferences(actor.userId()), actor.zone()), partial);
        });
    }

    private static Set<PersonRef> orSelf(Collection<PersonRef> people, Actor actor) {
        return people.isEmpty() && actor.user() != null ? Set.of(actor.user()) : new LinkedHashSet<>(people);
    }
}
