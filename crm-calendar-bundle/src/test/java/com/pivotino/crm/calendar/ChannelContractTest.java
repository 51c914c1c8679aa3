package com.pivotino.crm.calendar;

import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderChannel.Result;
import com.pivotino.crm.testkit.ReminderChannelContract;
import java.util.Map;

/** The contract of channels, kept by the smallest one that there can be. */
public class ChannelContractTest extends ReminderChannelContract {

    @Override
    protected ReminderChannel channel() {
        return message -> message.person() == null ? Result.REJECTED : Result.DELIVERED;
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(ReminderChannel.ID, "smallest");
    }
}
