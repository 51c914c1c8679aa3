package com.pivotino.crm.testkit;

import com.pivotino.crm.testkit.internal.H2Memory;
import com.pivotino.crm.testkit.internal.PostgresServer;
import com.pivotino.crm.testkit.internal.ScratchDatabase;

/** The databases of the product; every store test runs on both. */
public enum Database {

    /** In memory. */
    H2 {
        @Override
        ScratchDatabase open() {
            return H2Memory.open();
        }
    },
    /** One embedded server a JVM, started when it is first needed; a database of its own for each harness. */
    POSTGRESQL {
        @Override
        ScratchDatabase open() {
            return PostgresServer.shared().open();
        }
    };

    abstract ScratchDatabase open();
}
