package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the pending deliveries of one channel to it. Every channel has a lane of its own, so that one that hangs holds up
 * nobody but itself. The channel is asked outside of any transaction; a delivery is claimed before and settled after.
 */
final class DeliveryLane implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLane.class);
    private static final int BATCH = 50;
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Duration RUN = Duration.ofSeconds(30);
    private static final Duration QUARANTINE = Duration.ofSeconds(15);

    private final String channel;
    private final String owner = UUID.randomUUID().toString();
    private final Plugins<NotificationChannel> channels;
    private final PluginInvoker invoker;
    private final ChatterCore core;
    private final Wording wording;
    private boolean looksForLate = true;
    private Instant restUntil = Instant.MIN;

    DeliveryLane(String channel, Plugins<NotificationChannel> channels, PluginInvoker invoker, ChatterCore core) {
        this.channel = channel;
        this.wording = new Wording(channel);
        this.channels = channels;
        this.invoker = invoker;
        this.core = core;
    }

    @Override
    public void run(Instant start) {
        boolean more = !start.isBefore(restUntil);
        while (more && core.clock().instant().isBefore(start.plus(RUN))) {
            Optional<Plugin<NotificationChannel>> plugin = channels.best(NotificationChannel.ID, channel);
            more = plugin.isPresent() && batch(plugin.get(), start.plus(RUN));
        }
    }

    /** @return whether there may be more to hand over now */
    private boolean batch(Plugin<NotificationChannel> plugin, Instant end) {
        Claimed claimed = act((em, tx) -> claim(plugin, em, tx));
        List<Parcel> left = new ArrayList<>(claimed.parcels);
        int atOnce = atOnce(plugin);
        try {
            while (!left.isEmpty()) {
                List<Parcel> next = List.copyOf(left.subList(0, Math.min(atOnce, left.size())));
                if (!core.clock().instant().isBefore(end) || !handOver(plugin, next)) {
                    return false;
                }
                left.subList(0, next.size()).clear();
            }
            return claimed.full;
        } finally {
            if (!left.isEmpty()) {
                act((em, tx) -> {
                    new DeliveryQueue(em).release(owner, left.stream().flatMap(parcel -> parcel.ids.stream()).toList());
                    return null;
                });
            }
        }
    }

    private Claimed claim(Plugin<NotificationChannel> plugin, EntityManager em, Transaction tx) {
        // What a version without the listener left, or a node that ended; from then on the listener writes them out.
        boolean more = looksForLate && new LateDeliveries(em).writeSome();
        looksForLate = more;
        DeliveryQueue queue = new DeliveryQueue(em);
        Instant until = tx.now().plus(CLAIM).truncatedTo(ChronoUnit.MICROS);
        List<DeliveryEntity> batch = queue.claim(channel, owner, tx.now(), until, BATCH);
        if (batch.isEmpty()) {
            return new Claimed(List.of(), more);
        }
        Envelopes envelopes = Envelopes.of(wording, core.directory(), batch, queue, core.index());
        return new Claimed(new Sorting(channel, envelopes, queue, wording, tx.now()).parcels(batch, plugin), more || batch.size() == BATCH);
    }

    private static int atOnce(Plugin<NotificationChannel> plugin) {
        return plugin.properties().get(NotificationChannel.BATCH) instanceof Integer many ? Math.max(1, many) : 1;
    }

    /** @return whether the channel can be asked for the next ones */
    private boolean handOver(Plugin<NotificationChannel> plugin, List<Parcel> parcels) {
        List<OutgoingNotification> envelopes = parcels.stream().map(Parcel::envelope).toList();
        PluginAnswer<List<DeliveryResult>> answer = invoker.ask(plugin, asked -> atOnce(plugin) == 1
                ? Collections.singletonList(asked.deliver(envelopes.get(0))) : asked.deliverAll(envelopes));
        if ("quarantined".equals(answer.failure())) {
            restUntil = core.clock().instant().plus(QUARANTINE);
            return false;
        }
        if (answer.failed()) {
            LOG.warn("The channel {} did not take delivery {}: {}, {}", channel, envelopes.get(0).deliveryId(), answer.failure(),
                    answer.detail());
        }
        DeliveryResult none = DeliveryResult.retry("The channel gave no answer" + (answer.failed() ? ": " + answer.failure() : "") + ".");
        List<DeliveryResult> results = answer.answer().filter(given -> given.size() == parcels.size()).orElse(List.of());
        act((em, tx) -> {
            Settling settling = new Settling(new DeliveryQueue(em), owner, tx.now());
            for (int i = 0; i < parcels.size(); i++) {
                DeliveryResult result = results.isEmpty() ? none : results.get(i);
                settling.add(parcels.get(i), result == null ? none : result);
            }
            settling.write();
            return null;
        });
        return !"timeout".equals(answer.failure());
    }

    private <T> T act(BiFunction<EntityManager, Transaction, T> work) {
        return core.automation(Set.of(), work);
    }

    /** One or, for a digest, several deliveries that go as one notification. */
    record Parcel(List<Long> ids, OutgoingNotification envelope) {
    }

    private record Claimed(List<Parcel> parcels, boolean full) {
    }
}
