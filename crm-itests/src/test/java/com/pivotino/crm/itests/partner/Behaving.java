package com.pivotino.crm.itests.partner;

import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import java.util.List;

/** A partner's plugins that behave. */
public final class Behaving {

    private Behaving() {
    }

    /** The one with the lower ranking. */
    public static final class Low implements StageProvider {
        @Override
        public List<StageDefinition> stages() {
            return List.of(new StageDefinition("acme.pilot", "Pilot of the low", 700, 50));
        }
    }

    /** The one with the higher ranking. */
    public static final class High implements StageProvider {
        @Override
        public List<StageDefinition> stages() {
            return List.of(new StageDefinition("acme.pilot", "Pilot of the high", 700, 60));
        }
    }

    /** A channel that takes everything and tells nobody. */
    public static final class Quiet implements NotificationChannel {
        @Override
        public DeliveryResult deliver(OutgoingNotification notification) {
            return DeliveryResult.delivered();
        }
    }

    /** Has one type of activity. */
    public static final class Visits implements ActivityTypeProvider {
        @Override
        public List<ActivityTypeDefinition> types() {
            return List.of(new ActivityTypeDefinition("acme_visit", "Site visit", "calendar", "meeting"));
        }
    }
}
