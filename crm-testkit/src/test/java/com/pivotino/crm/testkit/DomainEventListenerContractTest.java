package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.EventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/** The contract lets a good listener pass and finds what a bad one does. */
public class DomainEventListenerContractTest {

    @EventType("testing.Happened")
    public record Happened(String what) {
    }

    @Test
    public void a_good_listener_passes() {
        assertEquals(List.of(), failures(Good.class));
    }

    @Test
    public void one_that_counts_a_delivery_twice_is_found() {
        assertEquals(List.of("an_event_that_comes_twice_has_one_effect", "it_may_be_called_by_eight_threads"),
                failures(Forgetful.class));
    }

    @Test
    public void one_without_an_id_or_that_breaks_on_unknown_types_is_found() {
        assertEquals(List.of("it_has_a_stable_id", "types_and_members_that_it_does_not_know_do_no_harm"),
                failures(Narrow.class));
    }

    private static List<String> failures(Class<?> contract) {
        Result result = new JUnitCore().run(contract);
        return result.getFailures().stream().map(failure -> failure.getDescription().getMethodName()).sorted()
                .collect(Collectors.toList());
    }

    /** What the three share. Their names do not end in Test, so that they only run from here. */
    public abstract static class Sample extends DomainEventListenerContract {

        final Set<String> seen = ConcurrentHashMap.newKeySet();
        final List<String> done = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected Map<String, Object> properties() {
            return Map.of(DomainEventListener.ID, "testing.sample");
        }

        @Override
        protected List<DomainEvent> events() {
            return List.of(SampleEvent.of("1", RecordRef.opportunity(1), new Happened("a")),
                    SampleEvent.of("2", RecordRef.opportunity(1), new Happened("b")));
        }

        @Override
        protected Object effects() {
            return new ArrayList<>(done);
        }
    }

    public static class Good extends Sample {

        @Override
        protected DomainEventListener listener() {
            return event -> {
                if (event.type().equals("testing.Happened") && seen.add(event.id())) {
                    done.add(event.body(Happened.class).what());
                }
            };
        }
    }

    public static class Forgetful extends Sample {

        @Override
        protected DomainEventListener listener() {
            return event -> {
                if (event.type().equals("testing.Happened")) {
                    done.add(event.body(Happened.class).what());
                }
            };
        }
    }

    public static class Narrow extends Good {

        @Override
        protected Map<String, Object> properties() {
            return Map.of();
        }

        @Override
        protected DomainEventListener listener() {
            DomainEventListener good = super.listener();
            return event -> {
                if (!new HashSet<>(List.of("testing.Happened")).contains(event.type())) {
                    throw new IllegalArgumentException(event.type());
                }
                good.on(event);
            };
        }
    }
}
