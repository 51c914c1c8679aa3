package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.chatter.internal.delivery.DeliveryLane.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides of claimed deliveries which go now, which wait for quiet hours to end or for a digest, and which need not go. */
final class Sorting {

    private static final String MAIL = "mail";

    private final String channel;
    private final Envelopes envelopes;
    private final DeliveryQueue queue;
    private final Wording wording;
    private final Instant now;

    Sorting(String channel, Envelopes envelopes, DeliveryQueue queue, Wording wording, Instant now) {
        this.channel = channel;
        this.envelopes = envelopes;
        this.queue = queue;
        this.wording = wording;
        this.now = now;
    }

    List<Parcel> parcels(List<DeliveryEntity> batch, Plugin<NotificationChannel> plugin) {
        List<Parcel> parcels = new ArrayList<>();
        Map<Object, List<DeliveryEntity>> digests = new LinkedHashMap<>();
        Map<Instant, List<Long>> waiting = new LinkedHashMap<>();
        for (DeliveryEntity delivery : batch) {
            String obsolete = envelopes.obsolete(delivery);
            Optional<Instant> quiet = quietUntil(delivery);
            Optional<Instant> slot = digestSlot(delivery);
            if (obsolete != null) {
                delivery.skip(obsolete, now);
            } else if (!plugin.matches(NotificationChannel.TYPES, delivery.eventType())) {
                delivery.skip("not_by_this_channel", now);
            } else if (quiet.isPresent()) {
                delivery.postpone(quiet.get());
            } else if (slot.isPresent()) {
                waiting.computeIfAbsent(slot.get(), at -> new ArrayList<>()).add(delivery.id());
            } else if (isGathered(delivery)) {
                digests.computeIfAbsent(delivery.person(), person -> new ArrayList<>()).add(delivery);
            } else {
                parcels.add(new Parcel(List.of(delivery.id()), envelopes.envelope(delivery)));
            }
        }
        waiting.forEach((slot, ids) -> queue.gather(ids, slot));
        digests.values().forEach(gathered -> parcels.add(new Parcel(gathered.stream().map(DeliveryEntity::id).toList(),
                Digest.of(gathered.stream().map(envelopes::envelope).toList(), wording))));
        return parcels;
    }

    private Optional<Instant> quietUntil(DeliveryEntity delivery) {
        return preferences(delivery).flatMap(wish -> DeliveryTiming.quietUntil(wish, envelopes.zone(delivery), now));
    }

    private Optional<Instant> digestSlot(DeliveryEntity delivery) {
        return isGathered(delivery) || delivery.attempts() > 0 ? Optional.empty()
                : preferences(delivery).flatMap(wish -> DeliveryTiming.digest(wish, envelopes.zone(delivery), now));
    }

    private Optional<NotificationPreferences> preferences(DeliveryEntity delivery) {
        return channel.equals(MAIL) ? envelopes.preferences(delivery) : Optional.empty();
    }

    private static boolean isGathered(DeliveryEntity delivery) {
        return Digest.KIND.equals(delivery.reason());
    }
}
