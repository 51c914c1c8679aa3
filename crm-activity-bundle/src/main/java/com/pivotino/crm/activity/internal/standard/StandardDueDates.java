package com.pivotino.crm.activity.internal.standard;

import com.pivotino.crm.activity.internal.domain.DueRule;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The workspace's own rule (SEMANTICS A4), after every partner's. */
@Component(service = DueDatePolicy.class, property = "service.ranking:Integer=-100")
public final class StandardDueDates implements DueDatePolicy {

    @Override
    public Optional<DueDate> dueDate(DueDateQuestion question) {
        return Optional.of(new DueDate(DueRule.standard(question), null));
    }
}
