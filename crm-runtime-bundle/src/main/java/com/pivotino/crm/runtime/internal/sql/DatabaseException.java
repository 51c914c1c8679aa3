package com.pivotino.crm.runtime.internal.sql;

/** The database or the transaction manager refused; the cause says why. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
