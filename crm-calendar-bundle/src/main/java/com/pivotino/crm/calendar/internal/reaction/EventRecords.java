package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.record.RecordProvider;
import com.pivotino.crm.api.record.RecordSummary;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.Meeting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells other bundles who takes part in an event, so that live updates reach them; what it says is not told. */
@Component(service = RecordProvider.class, property = RecordProvider.TYPE + "=event")
public final class EventRecords implements RecordProvider {

    private final CalendarTransactions transactions;

    @Activate
    public EventRecords(@Reference CalendarTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<RecordSummary> find(RecordRef record) {
        return transactions.read(unit -> unit.events().any(record.id()).map(event -> summary(record, event,
                unit.load(List.of(event)).get(0))));
    }

    private static RecordSummary summary(RecordRef record, CalendarEvent event, Meeting meeting) {
        return new RecordSummary(record, "Event", new RecordAccess(event.organizerId(), null, event.createdBy(),
                meeting.attendances().stream().map(attendance -> attendance.address().userId()).filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }
}
