package com.pivotino.crm.api.event;

import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.util.List;

/**
 * An act that was taken back.
 *
 * @param undoneCauseId the cause id of the act
 * @param undoneAt      when the act itself was
 * @param records       the records that it had touched, in the order in which it did
 */
public record UndoneAct(String undoneCauseId, Instant undoneAt, List<RecordRef> records) {

    public UndoneAct {
        records = List.copyOf(records);
    }
}
