package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.notification.spi.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes down what a channel answered for the deliveries it was given: what it took by a few statements, the others one by one. */
final class Settling {

    private final DeliveryQueue queue;
    private final String owner;
    private final Instant now;
    private final List<Settled> all = new ArrayList<>();

    /** @param owner who has claimed the deliveries */
    Settling(DeliveryQueue queue, String owner, Instant now) {
        this.queue = queue;
        this.owner = owner;
        this.now = now;
    }

    /** Deliveries that went as one, named by the first of them, and what became of it. */
    private record Settled(long id, List<Long> ids, DeliveryResult result) {

        boolean isTaken() {
            return result.outcome() == DeliveryResult.Outcome.DELIVERED;
        }
    }

    void add(DeliveryLane.Parcel parcel, DeliveryResult result) {
        all.add(new Settled(parcel.envelope().deliveryId(), parcel.ids(), result));
    }

    void write() {
        Map<Long, Long> mails = queue.mails(all.stream().filter(Settled::isTaken).map(Settled::id).toList());
        Map<Optional<String>, List<Long>> sent = new LinkedHashMap<>();
        Map<Long, DeliveryResult> others = new TreeMap<>();
        for (Settled one : all) {
            Long mail = mails.get(one.id);
            if (!one.isTaken()) {
                one.ids.forEach(id -> others.put(id, one.result));
            } else if (mail == null) {
                sent.computeIfAbsent(Optional.ofNullable(one.result.reason()), reason -> new ArrayList<>()).addAll(one.ids);
            } else {
                // the channel tells itself what becomes of its mail
                queue.joinMail(mail, one.ids);
            }
        }
        sent.forEach((reason, ids) -> queue.sent(owner, ids, reason.orElse(null), now));
        queue.held(owner, others.keySet()).forEach(delivery -> settle(delivery, others.get(delivery.id())));
    }

    private void settle(DeliveryEntity delivery, DeliveryResult result) {
        Optional<Duration> wait = result.outcome() == DeliveryResult.Outcome.RETRY
                ? BackOff.after(delivery.attempts() + 1) : Optional.empty();
        wait.ifPresentOrElse(pause -> delivery.tryAgain(result.reason(), now.plus(pause)),
                () -> delivery.settle(DeliveryState.FAILED, result.reason(), now));
    }
}
