package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.Invitation;
import com.pivotino.crm.api.calendar.InvitationService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Sentence;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers without signing in: who holds the link of the mail may answer for the person it was sent to, and nothing else. */
@Component(service = InvitationService.class)
public final class DefaultInvitationService implements InvitationService {

    private final CalendarTransactions transactions;
    private final Clock clock;

    @Activate
    public DefaultInvitationService(@Reference CalendarTransactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Invitation show(String token, Locale reader) {
        return transactions.read(unit -> {
            Attendance attendance = attendance(unit, token);
            return shown(unit, meeting(unit, attendance), attendance, reader);
        });
    }

    @Override
    public Invitation answer(String token, String answer, String recurrenceId, Locale reader) {
        if (answer == null || !Attendance.ANSWERS.contains(answer)) {
            throw CrmException.invalid("answer", "invalid", "One of accepted, tentative, declined.");
        }
        Act act = transactions.read(unit -> Act.of(Actor.system(ZoneOffset.UTC), meeting(unit, attendance(unit, token)).event().ref()));
        return transactions.act(act, (unit, tx) -> {
            Attendance attendance = attendance(unit, token);
            Meeting meeting = meeting(unit, attendance);
            LocalDateTime id = recurrenceId == null || !meeting.series().recurring() ? null : meeting.series().id(recurrenceId);
            if (id != null && meeting.series().occurrence(id).isEmpty()) {
                throw CrmException.notFound("The occurrence");
            }
            Attendance part = meeting.invited(attendance.address(), id).orElseThrow(() -> CrmException.notFound("The invitation"));
            if (!answer.equals(part.answer())) {
                unit.operations(tx).answer(meeting, part, id, answer);
            }
            unit.events().flush();
            return shown(unit, unit.require(meeting.event().id()), attendance(unit, token), reader);
        }).value();
    }

    private static Attendance attendance(CalendarUnitOfWork unit, String token) {
        return unit.knownSignature().map(signature -> signature.verified(token)).flatMap(id -> unit.events().attendance(id))
                .orElseThrow(() -> CrmException.notFound("The invitation"));
    }

    private static Meeting meeting(CalendarUnitOfWork unit, Attendance attendance) {
        return unit.find(attendance.eventId()).orElseThrow(() -> CrmException.notFound("The invitation"));
    }

    private Invitation shown(CalendarUnitOfWork unit, Meeting meeting, Attendance attendance, Locale reader) {
        LocalDateTime own = attendance.recurrenceId() == null ? null : LocalDateTime.parse(attendance.recurrenceId());
        Occurrence one = (own == null ? meeting.series().next(clock.instant(), ZoneOffset.UTC) : meeting.series().occurrence(own))
                .orElseGet(() -> new Occurrence(meeting.series().slot().start(), meeting.series().slot(), false,
                        meeting.series().details()));
        Names names = Names.of(transactions.directory(), List.of(meeting));
        Texts texts = Texts.of(one.details());
        boolean series = own == null && meeting.series().recurring();
        return new Invitation(texts.title(), EventViews.start(one.slot()), EventViews.end(one.slot()), one.slot().allDay(),
                texts.location(), texts.description(), series ? Sentence.of(meeting.series(), reader) : null,
                meeting.event().organizerId() == null ? null : names.user(meeting.event().organizerId()).name(), names.of(attendance),
                attendance.answer(), series, series ? EventViews.idText(one.slot().allDay(), one.id()) : null);
    }
}
