package com.pivotino.crm.chatter;

import com.pivotino.crm.testkit.Database;

/** The file store in the database keeps the contract, on PostgreSQL. */
public class DatabaseFileStoreOnPostgresTest extends DatabaseFileStoreTest {

    @Override
    protected Database database() {
        return Database.POSTGRESQL;
    }
}
