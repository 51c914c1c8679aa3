package com.pivotino.crm.itests.partner;

import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import java.util.concurrent.CountDownLatch;

/** A partner's plugins that never answer well. */
public final class Broken {

    private Broken() {
    }

    /** Throws whenever it is asked. */
    public static final class Guard implements StageGuard {
        @Override
        public StageVerdict check(StageMove move) {
            throw new IllegalStateException("the price list is not reachable");
        }
    }

    /** Hangs until its bundle stops. */
    public static final class Channel implements NotificationChannel {

        private final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public DeliveryResult deliver(OutgoingNotification notification) {
            boolean waiting = true;
            while (waiting) {
                try {
                    stopped.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    // It is stubborn.
                    waiting = true;
                }
            }
            return DeliveryResult.delivered();
        }

        /** Called by the component runtime. */
        protected void deactivate() {
            stopped.countDown();
        }
    }
}
