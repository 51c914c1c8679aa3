package com.pivotino.crm.directory.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.CrmException;
import org.junit.function.ThrowingRunnable;

/** Expects refusals. */
public final class Refusals {

    private Refusals() {
    }

    /** The code must be this one. */
    public static CrmException refused(String code, ThrowingRunnable act) {
        CrmException refusal = assertThrows(CrmException.class, act);
        assertEquals(refusal.getMessage(), code, refusal.code());
        return refusal;
    }

    /** It must be {@code validation_failed} on this field. */
    public static void invalid(String field, ThrowingRunnable act) {
        assertEquals(field, refused("validation_failed", act).fields().get(0).field());
    }
}
