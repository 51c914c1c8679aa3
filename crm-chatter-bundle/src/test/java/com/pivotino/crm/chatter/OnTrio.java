package com.pivotino.crm.chatter;

import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.OnEachDatabase;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;

/** A test of pipeline, activities and chatter on one {@link Trio} a database. */
public abstract class OnTrio extends OnEachDatabase {

    static Trio trio;

    @BeforeParam
    public static void open(Database database) {
        trio = new Trio(database);
    }

    @AfterParam
    public static void close() {
        trio.close();
    }
}
