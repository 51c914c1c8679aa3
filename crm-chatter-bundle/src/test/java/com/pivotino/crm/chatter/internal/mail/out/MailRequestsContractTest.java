package com.pivotino.crm.chatter.internal.mail.out;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.DomainEventListenerContract;
import com.pivotino.crm.testkit.SampleEvent;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

public class MailRequestsContractTest extends DomainEventListenerContract {

    private static MailWorld world;
    private static MailRequests requests;

    @BeforeClass
    public static void open() {
        world = new MailWorld(Database.H2);
        requests = new MailRequests(world.core, world.settings);
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Before
    public void clear() {
        world.clear();
    }

    @Override
    protected DomainEventListener listener() {
        return requests;
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(DomainEventListener.ID, "chatter.mail.requests", DomainEventListener.START, "earliest");
    }

    @Override
    protected List<DomainEvent> events() {
        return List.of(event("1", PersonRef.user(2), null, null), event("2", PersonRef.contact(9), null, null),
                event("3", null, "Guest@Example.org", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));
    }

    @Override
    protected Object effects() {
        return world.all("SELECT address, subject FROM ch_mail ORDER BY id").stream().map(row -> List.of((Object[]) row)).toList();
    }

    @Test
    public void an_invitation_carries_its_calendar_object() {
        requests.on(events().get(2));
        assertEquals("guest@example.org", world.one("SELECT address FROM ch_mail"));
        assertEquals("REQUEST", world.one("SELECT calendar_method FROM ch_mail"));
        assertEquals("opportunity:12", world.one("SELECT record_type || ':' || record_id FROM ch_mail"));
    }

    @Test
    public void nobody_to_go_to_is_no_mail() {
        requests.on(event("4", PersonRef.user(77), null, null));
        requests.on(event("5", null, "not an address", null));
        assertEquals(List.of(), effects());
    }

    private static DomainEvent event(String id, PersonRef person, String email, String calendar) {
        return SampleEvent.of(id, RecordRef.opportunity(12), new MailRequested(person, email, "Guest", "Invitation: demo",
                "You are invited.\n\nhttps://crm.pivotino.example/x", calendar == null ? null : "request", calendar, "You are invited."));
    }
}
