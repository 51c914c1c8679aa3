package com.pivotino.crm.testkit;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.runtime.internal.log.EventJson;
import com.pivotino.crm.runtime.internal.log.EventLog;
import java.time.Instant;

/**
 * An event as a listener gets it, made of a body; for tests of listeners without a harness.
 *
 * @param id   the same however often it is delivered
 * @param json the body
 */
public record SampleEvent(String id, String type, RecordRef record, PersonRef actor, String actorName, Instant at,
        String causeId, String cause, int hop, long position, String json) implements DomainEvent {

    private static final Instant AT = Instant.parse("2026-06-03T10:00:00Z");

    /** An event by user 3, Ann, at 2026-06-03T10:00:00Z, at the first place of the log. */
    public static SampleEvent of(String id, RecordRef record, Record body) {
        return new SampleEvent(id, EventLog.typeOf(body), record, PersonRef.user(3), "Ann", AT, "cause-" + id, "api", 0, 1,
                new EventJson().write(body));
    }

    @Override
    public <T extends Record> T body(Class<T> bodyType) {
        return new EventJson().read(json, bodyType);
    }
}
