package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.service.PostCommitDueDates;
import com.pivotino.crm.activity.internal.service.ActivityTransactions;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets partners say due dates of what automation planned (SEMANTICS A4, B2), in a lane of its own: they may be slow. */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=activity.dueDates", DomainEventListener.TYPES + "=activity.ActivityScheduled"})
public final class DueDateListener implements DomainEventListener {

    private final PostCommitDueDates advice;

    @Activate
    public DueDateListener(@Reference ActivityTransactions transactions) {
        this.advice = new PostCommitDueDates(transactions);
    }

    @Override
    public void on(DomainEvent event) {
        ActivityScheduled scheduled = event.body(ActivityScheduled.class);
        if (scheduled.cause() != null) {
            advice.ask(scheduled.activity());
        }
    }
}
