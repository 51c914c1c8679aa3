package com.pivotino.crm.runtime.internal.migration;

/** A schema that must not be touched, in one sentence for the operator. It does not heal by trying again. */
public class SchemaProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaProblem(String message) {
        super(message);
    }

    public SchemaProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
