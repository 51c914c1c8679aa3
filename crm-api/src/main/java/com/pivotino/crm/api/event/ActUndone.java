package com.pivotino.crm.api.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An act is being taken back (SEMANTICS P19); one event for each record that the act had an event of. Each bundle reacts
 * in the same transaction by taking back exactly what it did itself; if one cannot, because somebody has changed the same
 * since, it throws and nothing is undone. Read the body with a record of your own that names only your owner:
 * {@code record Undone(String undoneCauseId, Steps steps)}, {@code record Steps(List<MyStep> myOwner)}.
 *
 * @param undoneCauseId the cause id of the act that is taken back
 * @param undoneAt      when that act was
 * @param lead          whether this record is the first one of the act
 * @param steps         by owner what {@link Transaction#undoStep} kept, last step first
 */
@EventType("runtime.ActUndone")
public record ActUndone(String undoneCauseId, Instant undoneAt, boolean lead, Map<String, List<Object>> steps) {
}
