package com.pivotino.crm.testkit.internal;

import javax.sql.XADataSource;

/**
 * An empty database that is thrown away.
 *
 * @param xa   makes connections to it
 * @param drop throws it away
 */
public record ScratchDatabase(XADataSource xa, Runnable drop) {
}
