package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivitiesReopened;
import com.pivotino.crm.api.activity.event.ActivityCause;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityDeleted;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.chatter.internal.content.Phrase;
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
            case "activity.ActivitiesReopened" -> Optional.of(reopened(event.body(ActivitiesReopened.class)));
            case "activity.ActivityDeleted" -> Optional.of(deleted(event.body(ActivityDeleted.class)));
            default -> Optional.empty();
        };
    }

    /** The day stands in the words, and again as a value for readers who write days in their own way. */
    private static Line scheduled(ActivityScheduled scheduled, PersonRef actor) {
        ActivityState activity = scheduled.activity();
        String day = String.valueOf(activity.dueDate());
        return Line.activity(Phrase.of("said.line.planned", Lines.named(activity), activity.dueDate())
                .and(why(scheduled.because())).and(assigned(activity.assignee(), actor)),
                Html.paragraphs(Lines.named(activity) + " planned for " + day + because(scheduled.cause())
                + forSomebodyElse(activity.assignee(), actor)), List.of(new FieldChange("dueDate", null, day)), false);
    }

    private static Optional<Line> changed(ActivityChanged changed) {
        return changed.changes().isEmpty() ? Optional.empty()
                : Optional.of(Line.activity(Phrase.of("said.line.changed", Lines.named(changed.activity())),
                        Html.paragraphs(Lines.named(changed.activity())), changed.changes(), false));
    }

    private static Line completed(ActivityCompleted done, PersonRef actor) {
        String minutes = done.durationMinutes() == null ? "" : ", " + done.durationMinutes() + " minutes";
        // Why a move did it is what automation gave as feedback, too.
        String feedback = done.cause() == null ? Html.paragraphs(done.feedback()) : "";
        return Line.activity(Phrase.of("said.line.done", Lines.named(done.activity())).and(why(done.because()))
                .and(assigned(done.activity().assignee(), actor))
                .and(done.durationMinutes() == null ? null : Phrase.of("said.minutes", String.valueOf(done.durationMinutes()))),
                Html.paragraphs(Lines.named(done.activity()) + " done" + because(done.cause())
                + forSomebodyElse(done.activity().assignee(), actor) + minutes)
                + Html.paragraphs(done.note()) + feedback, List.of(), false);
    }

    private static Line cancelled(ActivitiesCancelled cancelled) {
        String reason = cancelled.byClosing() ? "" : Html.paragraphs(cancelled.reason());
        return Line.activity(words("said.line.cancelled", cancelled.activities()).and(why(cancelled.because())),
                several(cancelled.activities(), "cancelled" + because(cancelled.cause())) + reason, List.of(),
                cancelled.byClosing());
    }

    private static Line reopened(ActivitiesReopened again) {
        return Line.activity(words("said.line.reopened", again.activities()), several(again.activities(), "open again"), List.of(),
                true);
    }

    private static Line deleted(ActivityDeleted deleted) {
        String named = Lines.named(deleted.activity());
        return Line.activity(Phrase.of("said.line.deleted", named), Html.paragraphs(named + " deleted"), List.of(), false);
    }

    private static Phrase words(String key, List<ActivityState> activities) {
        return activities.size() == 1 ? Phrase.of(key, Lines.named(activities.get(0))) : Phrase.of(key + "Many", activities.size());
    }

    private static Phrase why(ActivityCause cause) {
        return cause == null ? null : Phrase.of("because." + cause.key(), cause.values().toArray());
    }

    private static Phrase assigned(NamedRef assignee, PersonRef actor) {
        return isSame(assignee, actor) ? null : Phrase.of("said.assigned", assignee.name());
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
        return isSame(assignee, actor) ? "" : ", assigned to " + assignee.name();
    }

    private static boolean isSame(NamedRef assignee, PersonRef actor) {
        return assignee == null || actor != null && actor.isUser() && actor.id() == assignee.id();
    }
}
