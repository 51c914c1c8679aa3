package com.pivotino.crm.itests.browser;

import com.pivotino.crm.itests.CrmProcess;
import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/**
 * What a person does in the browser, done in a real Chromium against the product as {@code ./crm run} starts it: one product and
 * one browser for all flows, each with people, cards and a window of its own.
 */
@RunWith(Suite.class)
@Suite.SuiteClasses({FirstStepsFlow.class, BoardFlow.class, DragFlow.class, OpportunityFlow.class, ImportFlow.class, SettingsFlow.class, AccessFlow.class})
public class BrowserIT {

    @ClassRule
    public static final World WORLD = new World(new CrmProcess("browser"));
}
