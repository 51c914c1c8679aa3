package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.activity.event.ActivitiesHandedOver;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.chatter.internal.content.Marked;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.Said;
import com.pivotino.crm.chatter.internal.domain.Line;
import com.pivotino.crm.chatter.internal.domain.Lines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What users are told of one event.
 *
 * @param title   one sentence, for everybody who is told
 * @param inside  the same with old and new values, for the inboxes of colleagues
 * @param entryId the feed's entry, or null
 */
record NotificationText(NotificationKind kind, Said title, Said inside, Long entryId) {

    private NotificationText(NotificationKind kind, Said title, Long entryId) {
        this(kind, title, title, entryId);
    }

    /** What followers of a record hear: the feed's line in one sentence. @param record its title, or null */
    static NotificationText of(Line line, String record, Long entryId) {
        String about = record == null ? "Calendar" : record;
        Phrase phrase = phrase(line).about(record == null ? new Phrase.Word("calendar") : record);
        Said title = new Said(sentence(line, about), phrase);
        boolean edited = line.subtype() == Subtype.FIELD_CHANGES && line.body().isEmpty();
        return new NotificationText(NotificationKind.of(line.subtype()), title,
                edited ? new Said(about + ": " + ChangedValues.sentence(line.changes()), ChangedValues.phrase(about, line.changes()))
                        : title, entryId);
    }

    /** What somebody hears who was given an activity (SEMANTICS A10). */
    static NotificationText of(ActivityAssigned assigned, String record, Long entryId) {
        ActivityState activity = assigned.activity();
        String title = assigned.recordTitle() == null ? record : assigned.recordTitle();
        return new NotificationText(NotificationKind.ASSIGNED,
                new Said(Lines.named(activity) + " is yours: " + title + ", due " + activity.dueDate(),
                        Phrase.of("said.yours", Lines.named(activity), title, activity.dueDate())), entryId);
    }

    /** What somebody hears who has the activities of one who left (SEMANTICS A11). */
    static NotificationText of(ActivitiesHandedOver over) {
        String from = over.from().name();
        return new NotificationText(NotificationKind.HANDED_OVER, over.count() == 1
                ? new Said("An open activity of " + from + " is yours now", Phrase.of("said.handedOver", from))
                : new Said(over.count() + " open activities of " + from + " are yours now",
                        Phrase.of("said.handedOverMany", over.count(), from)), null);
    }

    private static String sentence(Line line, String record) {
        return switch (line.subtype()) {
            case STAGE_CHANGED -> record + stage(line.changes()).map(
                    change -> " moved from " + change.from() + " to " + change.to()).orElse(" moved");
            case WON -> record + " was won";
            case LOST -> record + " was lost";
            case RESTORED -> record + " is open again";
            case FIELD_CHANGES -> line.body().isEmpty() ? record + ": " + fields(line.changes()) : record + " is new";
            default -> record + ": " + text(line.body());
        };
    }

    /** The same without what people wrote themselves, which stands below it in a mail. */
    private static Phrase phrase(Line line) {
        return switch (line.subtype()) {
            case STAGE_CHANGED -> stage(line.changes()).map(change -> Phrase.of("said.moved", change.from(), change.to()))
                    .orElse(Phrase.of("said.movedOn"));
            case WON -> Phrase.of("said.won");
            case LOST -> Phrase.of("said.lost");
            case RESTORED -> Phrase.of("said.restored");
            case FIELD_CHANGES -> line.body().isEmpty() ? Phrase.of("said.fields", line.changes().stream()
                    .map(change -> new Phrase.Word("field." + change.field())).toList()) : Phrase.of("said.line.new");
            default -> line.words();
        };
    }

    private static Optional<FieldChange> stage(List<FieldChange> changes) {
        return changes.stream().filter(change -> change.field().equals("stage") && change.from() != null).findFirst();
    }

    private static String fields(List<FieldChange> changes) {
        return changes.stream().map(change -> Marked.field(change.field())).collect(Collectors.joining(", ")) + " changed";
    }

    /** The feed's own HTML, which holds no other entities than these, as text. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&").replaceAll("\\s+", " ").strip();
    }

    /** The subtype that preferences and followings are asked for; activities given to somebody count as activities. */
    Subtype subtype() {
        return Subtype.of(kind.key()).orElse(Subtype.ACTIVITIES);
    }
}
