package com.pivotino.crm.api;

import java.time.Instant;

/**
 * The offer to undo an act (SEMANTICS P19).
 *
 * @param token what {@code POST /undo/{token}} takes
 * @param until until when
 */
public record Undo(String token, Instant until) {
}
