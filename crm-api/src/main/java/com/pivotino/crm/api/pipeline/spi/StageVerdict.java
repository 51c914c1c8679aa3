package com.pivotino.crm.api.pipeline.spi;

import com.pivotino.crm.api.FieldProblem;
import java.util.List;

/**
 * A guard's answer.
 *
 * @param allowed whether the card may enter
 * @param code    the guard's own stable code, null if allowed
 * @param message one sentence for the user, null if allowed
 * @param fields  members that should be mended first, may be empty
 */
public record StageVerdict(boolean allowed, String code, String message, List<FieldProblem> fields) {
    public StageVerdict {
        fields = List.copyOf(fields);
    }

    public static StageVerdict allow() {
        return new StageVerdict(true, null, null, List.of());
    }

    public static StageVerdict deny(String code, String message, FieldProblem... fields) {
        return new StageVerdict(false, code, message, List.of(fields));
    }
}
