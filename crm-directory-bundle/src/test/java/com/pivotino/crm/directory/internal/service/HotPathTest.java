package com.pivotino.crm.directory.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.Test;

/** What recognising the caller adds to every call, in time of one core: other work on the machine does not count. */
public class HotPathTest extends OnEachDatabase {

    private static final ThreadMXBean CORE = ManagementFactory.getThreadMXBean();

    @Test
    public void recognising_a_caller_takes_less_than_five_milliseconds_of_a_core() {
        DirectoryRig rig = new DirectoryRig(database);
        User joe = rig.signer("joe");
        rig.team("North", null, joe.id());
        String cookie = rig.services.browser().open("joe", DirectoryRig.PASSWORD, null, null, null).token();
        String key = rig.services.keys().create(rig.actor(joe), "script").key();
        measure("session", () -> rig.services.authenticator().session(cookie));
        measure("API key", () -> rig.services.authenticator().apiKey(key, "1.2.3.4"));
        measure("Basic", () -> rig.services.authenticator().basic("joe", DirectoryRig.PASSWORD, "1.2.3.4"));
        rig.stop();
    }

    private void measure(String what, Supplier<Optional<?>> call) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long started = CORE.getCurrentThreadCpuTime();
            for (int i = 0; i < 50; i++) {
                assertEquals(true, call.get().isPresent());
            }
            best = Math.min(best, (CORE.getCurrentThreadCpuTime() - started) / 50);
        }
        assertTrue(what + " took " + best / 1000 + " us on " + database, best < 5_000_000);
        System.getLogger("hot path").log(System.Logger.Level.INFO, what + " on " + database + ": " + best / 1000 + " us");
    }
}
