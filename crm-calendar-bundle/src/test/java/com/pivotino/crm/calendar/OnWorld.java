package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.calendar.internal.integrity.CalendarIntegrity;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;

/** A test of the bundle on one {@link World} a database, which each test finds as if just opened. */
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

    /** Whatever a test did, the rows agree with each other. */
    @After
    public void verify() {
        assertEquals(List.of(), world.crm.verify(new CalendarIntegrity(null)));
    }

    @Before
    public void reset() {
        world.reset();
    }
}
