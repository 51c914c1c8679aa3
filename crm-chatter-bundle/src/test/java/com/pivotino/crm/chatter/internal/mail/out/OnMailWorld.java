package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;

/** A test of the outbox on one {@link MailWorld} a database, each with a scripted SMTP server of its own. */
public abstract class OnMailWorld extends OnEachDatabase {

    static MailWorld world;
    ScriptedSmtp smtp;

    @BeforeParam
    public static void open(Database database) {
        world = new MailWorld(database);
    }

    @AfterParam
    public static void close() {
        world.close();
    }

    @Before
    public void startServer() {
        smtp = new ScriptedSmtp();
        world.server(smtp.port(), java.util.Map.of());
        world.clear();
    }

    @After
    public void stopServer() throws Exception {
        smtp.close();
    }
}
