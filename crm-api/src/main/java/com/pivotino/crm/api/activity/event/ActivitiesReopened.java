package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;
import java.util.List;

/** Activities that a closing had cancelled or an undone act had finished are open again (SEMANTICS P16, P19). */
@EventType("activity.ActivitiesReopened")
public record ActivitiesReopened(List<ActivityState> activities) {
}
