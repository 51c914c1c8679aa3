package com.pivotino.crm.testkit;

import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** A test of a store or a service: it runs on each database that the product runs on. */
@RunWith(Parameterized.class)
public abstract class OnEachDatabase {

    /** The one that it runs on now. */
    @Parameter
    public Database database;

    /** H2 and PostgreSQL. */
    @Parameters(name = "{0}")
    public static Database[] databases() {
        return Database.values();
    }
}
