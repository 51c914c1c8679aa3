package com.pivotino.crm.activity;

import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import com.pivotino.crm.testkit.ActivityTypeProviderContract;
import java.util.List;
import java.util.Map;

/** The contract of the test kit, kept by a provider as a partner would write it. */
public class PartnerTypesTest extends ActivityTypeProviderContract {

    /** Types of a partner who visits customers. */
    static final class Visits implements ActivityTypeProvider {

        @Override
        public List<ActivityTypeDefinition> types() {
            return List.of(new ActivityTypeDefinition("visit", "Visit", "map", "meeting", 2, "weeks",
                            List.of("met", "nobody there"), "Visit them", "Take the catalogue along"),
                    new ActivityTypeDefinition("sample", "Send a sample", "box", "letter"));
        }
    }

    @Override
    protected ActivityTypeProvider provider() {
        return new Visits();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(ActivityTypeProvider.ID, "com.example.visits");
    }
}
