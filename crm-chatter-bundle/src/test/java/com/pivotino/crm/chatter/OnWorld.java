package com.pivotino.crm.chatter;

import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.OnEachDatabase;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;

/** A test of the chatter on one {@link World} a database. */
public abstract class OnWorld extends OnEachDatabase {

    static World world;

    @BeforeParam
    public static void open(Database database) {
        world = new World(database);
    }

    @AfterParam
    public static void close() {
        world.close();
    }
}
