package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.DirectPlugins;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Lanes for tests of other packages. */
public final class Lanes {

    private Lanes() {
    }

    /** The lane of a channel that is alone with its id. */
    public static Consumer<Instant> of(String id, NotificationChannel channel, ChatterCore core) {
        Plugins<NotificationChannel> channels = Plugins.of(NotificationChannel.class);
        channels.come(channel, Map.of(NotificationChannel.ID, id, NotificationChannel.BATCH, 50));
        return new DeliveryLane(id, channels, new DirectPlugins(), core)::run;
    }
}
