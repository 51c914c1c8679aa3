package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.store.ActivityListing.Count;
import com.pivotino.crm.api.activity.ActivitySummary;
import com.pivotino.crm.api.activity.ActivitySummary.TypeCount;
import com.pivotino.crm.api.activity.TypeRef;
import java.util.List;
import java.util.Map;

/** Adds up what the menu shows. */
final class Summaries {

    private Summaries() {
    }

    static ActivitySummary of(List<Count> counts, Map<Long, TypeRef> types) {
        List<TypeCount> byType = counts.stream()
                .map(c -> new TypeCount(types.get(c.typeId()), c.overdue(), c.today(), c.planned())).toList();
        return new ActivitySummary(counts.stream().mapToLong(Count::overdue).sum(),
                counts.stream().mapToLong(Count::today).sum(), counts.stream().mapToLong(Count::planned).sum(), byType);
    }
}
