package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.chatter.internal.content.Phrase;
import java.util.List;

/**
 * What the feed says about one event.
 *
 * @param kind    {@code change} or {@code activity}
 * @param body    safe HTML, may be empty
 * @param folded  a consequence that stands closed under the entry of its cause
 * @param words   what the first paragraph says without the people's own words, or null if there is no such paragraph
 */
public record Line(String kind, Subtype subtype, String body, List<FieldChange> changes, boolean folded, Phrase words) {

    static final String CHANGE = "change";
    static final String ACTIVITY = "activity";

    static Line change(Subtype subtype, String body, List<FieldChange> changes) {
        return new Line(CHANGE, subtype, body, changes, false, null);
    }

    static Line activity(Phrase words, String body, List<FieldChange> changes, boolean folded) {
        return new Line(ACTIVITY, Subtype.ACTIVITIES, body, changes, folded, words);
    }
}
