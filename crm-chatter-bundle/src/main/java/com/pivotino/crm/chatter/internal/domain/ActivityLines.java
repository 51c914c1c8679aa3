package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivitiesReopened;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityDeleted;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.event.DomainEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The feed's words for what happened to activities (SEMANTICS A7, A8); one entry an event, however many it holds. */
final class ActivityLines {

    private ActivityLines() {
    }

    static Optional<Line> of(DomainEvent event) {
        return switch (event.type()) {
            case "activity.ActivityScheduled" ->
                Optional.of(scheduled(event.body(ActivityScheduled.class), event.actor()));
            case "activity.ActivityChanged" -> changed(event.body(ActivityChanged.class));
            case "activity.ActivityCompleted" ->
                Optional.of(completed(event.body(ActivityCompleted.class), event.actor()));
            case "activity.ActivitiesCancelled" -> Optional.of(cancelled(event.body(ActivitiesCancelled.class)));
            case "activity.ActivitiesReopened" -> Optional.of(Line.activity(
                    several(event.body(ActivitiesReopened.class).activities(), "open again"), List.of(), true));
            case "activity.ActivityDeleted" -> Optional.of(Line.activity(
                    Html.paragraphs(Lines.named(event.body(ActivityDeleted.class).activity()) + " deleted"), List.of(), false));
            default -> Optional.empty();
        };
    }

    /** The day stands in the words, and again as a value for readers who write days in their own way. */
    private static Line scheduled(ActivityScheduled scheduled, PersonRef actor) {
        ActivityState activity = scheduled.activity();
        String day = String.valueOf(activity.dueDate());
        return Line.activity(Html.paragraphs(Lines.named(activity) + " planned for " + day + because(scheduled.cause())
                + forSomebodyElse(activity.assignee(), actor)), List.of(new FieldChange("dueDate", null, day)), false);
    }

    private static Optional<Line> changed(ActivityChanged changed) {
        return changed.changes().isEmpty() ? Optional.empty()
                : Optional.of(Line.activity(Html.paragraphs(Lines.named(changed.activity())), changed.changes(), false));
    }

    private static Line completed(ActivityCompleted done, PersonRef actor) {
        String minutes = done.durationMinutes() == null ? "" : ", " + done.durationMinutes() + " minutes";
        // Why a move did it is what automation gave as feedback, too.
        String feedback = done.cause() == null ? Html.paragraphs(done.feedback()) : "";
        return Line.activity(Html.paragraphs(Lines.named(done.activity()) + " done" + because(done.cause())
                + forSomebodyElse(done.activity().assignee(), actor) + minutes)
                + Html.paragraphs(done.note()) + feedback, List.of(), false);
    }

    private static Line cancelled(ActivitiesCancelled cancelled) {
        String reason = cancelled.byClosing() ? "" : Html.paragraphs(cancelled.reason());
        return Line.activity(several(cancelled.activities(), "cancelled" + because(cancelled.cause())) + reason, List.of(),
                cancelled.byClosing());
    }

    /** The sentence of a cause as the end of another one. */
    private static String because(String cause) {
        return cause == null ? "" : " " + cause.substring(0, 1).toLowerCase(Locale.ENGLISH)
                + (cause.endsWith(".") ? cause.substring(1, cause.length() - 1) : cause.substring(1));
    }

    private static String several(List<ActivityState> activities, String what) {
        return activities.size() == 1 ? Html.paragraphs(Lines.named(activities.get(0)) + " " + what)
                : Html.paragraphs(activities.size() + " activities " + what)
                        + Html.points(activities.stream().map(Lines::named).toList());
    }

    private static String forSomebodyElse(NamedRef assignee, PersonRef actor) {
        boolean same = assignee == null || actor != null && actor.isUser() && actor.id() == assignee.id();
        return same ? "" : ", assigned to " + assignee.name();
    }
}
