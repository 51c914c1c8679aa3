package com.pivotino.crm.testkit;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.event.Reaction;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.After;
import org.junit.Before;

/** The contract, on a reaction that keeps it. */
public class ReactionContractTest extends ReactionContract {

    private final Set<String> seen = new TreeSet<>();
    private CrmHarness crm;

    /** Something happened. */
    @EventType("testing.Happened")
    public record Happened(String what) {
    }

    @Before
    public void open() {
        crm = CrmHarness.start(Database.H2);
    }

    @After
    public void close() {
        crm.close();
    }

    @Override
    protected Reaction reaction() {
        return (event, tx) -> seen.add(event.id() + event.body(Happened.class).what());
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(Reaction.ID, "acme.sample", Reaction.TYPES, "*");
    }

    @Override
    protected List<DomainEvent> events() {
        return List.of(SampleEvent.of("1", RecordRef.opportunity(1), new Happened("this")),
                SampleEvent.of("2", RecordRef.opportunity(2), new Happened("that")));
    }

    @Override
    protected void deliver(Reaction reaction, DomainEvent event) {
        crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC), event.record()), tx -> {
            reaction.react(event, tx);
            return null;
        });
    }

    @Override
    protected Object effects() {
        return Set.copyOf(seen);
    }
}
