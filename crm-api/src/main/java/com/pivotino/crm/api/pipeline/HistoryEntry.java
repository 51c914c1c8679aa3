package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.NamedRef;
import java.time.Instant;

/**
 * One line of an opportunity's history (SEMANTICS P7, P16), with names as of then.
 *
 * @param kind           {@code stage} or {@code outcome}
 * @param from           a {@link StageRef}, or for outcomes {@code open, won, lost}; null on the first line of its kind
 * @param to             likewise
 * @param by             who, null for the system
 * @param cause          {@code drag, button, automation, import, api, undo}
 * @param causeId        the same in all that one act did
 * @param secondsInFrom  how long it stood in {@code from}; null on the first line
 * @param lostReason     on the outcome line of a loss
 * @param note           closing note of a loss
 * @param proposedReason on the outcome line of a loss, or null
 */
public record HistoryEntry(long id, String kind, Object from, Object to, Instant at, NamedRef by, String cause,
        String causeId, Long secondsInFrom, NamedRef lostReason, String note, String proposedReason) {
}
