package com.pivotino.crm.api.event;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import java.util.List;
import java.util.Map;

/**
 * The outcome of an act that may fail ({@link Acts#attempt}).
 *
 * @param answer  the act's answer, or null if it failed
 * @param failure what it failed with, or null; then nothing of the act is left
 */
public record Attempt<T>(Answer<T> answer, RuntimeException failure) {

    public boolean failed() {
        return failure != null;
    }

    /** The failure as a refusal: its own, or 503 {@code unexpected} for any other failure. */
    public CrmException refusal() {
        return failure instanceof CrmException refusal ? refusal : new CrmException(CrmException.Kind.UNAVAILABLE, "unexpected",
                "Nothing was changed, because something unexpected happened. It is in the server's log.", List.of(), Map.of(), failure);
    }
}
