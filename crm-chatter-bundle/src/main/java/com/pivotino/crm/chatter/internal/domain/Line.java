package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.chatter.Subtype;
import java.util.List;

/**
 * What the feed says about one event.
 *
 * @param kind    {@code change} or {@code activity}
 * @param body    safe HTML, may be empty
 * @param folded  a consequence that stands closed under the entry of its cause
 */
public record Line(String kind, Subtype subtype, String body, List<FieldChange> changes, boolean folded) {

    static final String CHANGE = "change";
    static final String ACTIVITY = "activity";

    static Line change(Subtype subtype, String body, List<FieldChange> changes) {
        return new Line(CHANGE, subtype, body, changes, false);
    }

    static Line activity(String body, List<FieldChange> changes, boolean folded) {
        return new Line(ACTIVITY, Subtype.ACTIVITIES, body, changes, folded);
    }
}
