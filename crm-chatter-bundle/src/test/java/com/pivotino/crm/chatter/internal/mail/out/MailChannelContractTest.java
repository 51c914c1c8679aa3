package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.NotificationChannelContract;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;

public class MailChannelContractTest extends NotificationChannelContract {

    private static MailWorld world;

    @BeforeClass
    public static void open() {
        world = new MailWorld(Database.H2);
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Override
    protected NotificationChannel channel() {
        return world.channel;
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(NotificationChannel.ID, "mail");
    }

    @Override
    protected long reached() {
        return world.count("SELECT COUNT(*) FROM ch_mail");
    }
}
