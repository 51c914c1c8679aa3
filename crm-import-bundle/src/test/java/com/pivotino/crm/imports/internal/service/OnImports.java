package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;

/** A test of imports, each on a fresh {@link ImportWorld}. */
public abstract class OnImports extends OnEachDatabase {

    ImportWorld world;

    @Before
    public void open() {
        world = new ImportWorld(database);
    }

    @After
    public void close() {
        world.close();
    }
}
