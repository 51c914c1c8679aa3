package com.pivotino.crm.testkit;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.notification.spi.NotificationRule;
import java.util.Map;
import java.util.Set;

/** The contract, on a rule that keeps it. */
public class NotificationRuleContractTest extends NotificationRuleContract {

    /** Something happened. */
    @EventType("testing.Happened")
    public record Happened(String what) {
    }

    @Override
    protected NotificationRule rule() {
        return (event, audience) -> event.json().contains("big") ? Set.of("user:7") : Set.of();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(NotificationRule.TYPES, new String[] {"*"});
    }

    @Override
    protected DomainEvent event() {
        return SampleEvent.of("1", RecordRef.opportunity(1), new Happened("big"));
    }
}
