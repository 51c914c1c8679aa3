package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.Edit;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.CorrectionWindow;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One save of an activity's members: all changes are one event, and a save that changes nothing is none (SEMANTICS A6). */
final class ActivityEdit {

    private final ActivityStore store;
    private final ActivityOperations operations;
    private final Assignees assignees;
    private final Versions versions;
    private final ActivityAttachments files;
    private final Transaction tx;
    private final String why;

    ActivityEdit(ActivityUnitOfWork unit, ActivityOperations operations, Transaction tx) {
        this(unit, operations, tx, "reassigned");
    }

    /** @param why what the new assignee is told that led to it, see ActivityAssigned */
    ActivityEdit(ActivityUnitOfWork unit, ActivityOperations operations, Transaction tx, String why) {
        this.why = why;
        this.store = unit.store();
        this.operations = operations;
        this.assignees = unit.assignees();
        this.versions = unit.versions(tx);
        this.files = unit.files(tx);
        this.tx = tx;
    }

    /** Saves what was sent; answers whether anything has changed. */
    boolean save(PlannedActivity activity, MergePatch patch, Long known) {
        Runnable change = ready(activity, patch, known);
        if (change != null) {
            change.run();
        }
        return change != null;
    }

    /** Refuses what cannot be saved; answers what saves it, or null if nothing changes. */
    Runnable ready(PlannedActivity activity, MergePatch patch, Long known) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> wanted = wanted(activity, patch);
        wanted.forEach((member, value) -> {
            String current = ActivityFields.text(activity, member);
            if (!Objects.equals(current, value)) {
                before.put(member, current);
            }
        });
        if (before.isEmpty()) {
            return null;
        }
        requireEditable(activity, before);
        versions.requireMergeable(activity, known, before.keySet(), patch);
        // Asked before anything changes: the question is a query, which would write half a save and count a version.
        NamedRef assignee = assignee(activity, wanted, before);
        requireTeam(activity, wanted, before);
        return () -> change(activity, wanted, before, assignee);
    }

    private void change(PlannedActivity activity, Map<String, String> wanted, Map<String, String> before, NamedRef assignee) {
        Map<String, String> shownBefore = shown(activity, before);
        apply(activity, wanted, before, assignee);
        Map<String, String> shownAfter = shown(activity, before);
        long version = activity.version() + 1;
        before.forEach((member, old) -> store.add(
                new Edit(activity.id(), version, member, old, tx.now(), tx.actor().userId())));
        List<FieldChange> changes = new ArrayList<>();
        shownAfter.forEach((field, to) -> changes.add(new FieldChange(field, shownBefore.get(field), to)));
        tx.publish(activity.record(), new ActivityChanged(operations.views().state(activity, assignee), changes));
        if (before.containsKey("assigneeId")) {
            operations.tellAssigned(activity, assignee, why);
        }
    }

    /** The members sent, as texts, completed where null asks the product for a value. */
    private Map<String, String> wanted(PlannedActivity activity, MergePatch patch) {
        Map<String, String> wanted = new LinkedHashMap<>();
        ActivityTypeEntity kind = kind(activity, patch);
        if (patch.has("typeId")) {
            wanted.put("typeId", String.valueOf(kind.id()));
        }
        if (patch.has("summary")) {
            wanted.put("summary", Objects.requireNonNullElse(patch.text("summary", ActivityFields.MAX_SUMMARY), kind.name()));
        }
        take(wanted, patch, "note", name -> PlainText.orNull(patch.text(name, ActivityFields.MAX_NOTE)));
        holder(wanted, activity, patch);
        take(wanted, patch, "dueDate", name -> patch.date(name) == null ? null : patch.date(name).toString());
        take(wanted, patch, "feedback", name -> PlainText.orNull(patch.text(name, ActivityFields.MAX_NOTE)));
        take(wanted, patch, "outcome", name -> patch.text(name, ActivityFields.MAX_OUTCOME));
        take(wanted, patch, "attachmentIds", name -> ActivityFields.text(patch.ids(name)));
        return wanted;
    }

    /** Who has it: a person, or a team until one of it does; another team takes it from its person unless one is named. */
    private static void holder(Map<String, String> wanted, PlannedActivity activity, MergePatch patch) {
        Long team = patch.has("teamId") ? patch.number("teamId") : activity.teamId();
        boolean offered = team != null && !team.equals(activity.teamId());
        Long assignee = patch.has("assigneeId") ? patch.number("assigneeId") : offered ? null : activity.assigneeId();
        if (patch.has("teamId")) {
            wanted.put("teamId", team == null ? null : team.toString());
        }
        if (assignee == null && team == null && (patch.has("assigneeId") || patch.has("teamId"))) {
            throw CrmException.invalid("assigneeId", "required", "Somebody must have it.");
        }
        if (patch.has("assigneeId") || offered) {
            wanted.put("assigneeId", assignee == null ? null : assignee.toString());
        }
    }

    private void requireEditable(PlannedActivity activity, Map<String, String> changed) {
        if (activity.isOpen()) {
            if (changed.keySet().stream().anyMatch(ActivityFields.DONE::contains)) {
                throw CrmException.conflict("conflict", "Feedback and outcome belong to a done activity.");
            }
            return;
        }
        boolean rewording = ActivityFields.DONE.containsAll(changed.keySet());
        if (!rewording || !CorrectionWindow.mayReword(activity, tx.actor().userId(), tx.now())) {
            throw CrmException.conflict("conflict", "This activity is " + activity.status().key()
                    + "; only its doer may change feedback and outcome, for 15 minutes.");
        }
    }

    private void requireTeam(PlannedActivity activity, Map<String, String> wanted, Map<String, String> changed) {
        Long team = team(activity, wanted);
        if (changed.containsKey("teamId") && team != null) {
            assignees.requireTeam(team, activity.record());
        }
    }

    private static Long team(PlannedActivity activity, Map<String, String> wanted) {
        return id(wanted.getOrDefault("teamId", activity.teamId() == null ? null : activity.teamId().toString()));
    }

    private void apply(PlannedActivity activity, Map<String, String> wanted, Map<String, String> changed, NamedRef assignee) {
        Long team = team(activity, wanted);
        if (!activity.isOpen()) {
            ActivityFields.requireOutcome(operations.views().type(activity.typeId()), wanted.get("outcome"), false);
            activity.reword(wanted.getOrDefault("feedback", activity.feedback()),
                    wanted.getOrDefault("outcome", activity.outcome()));
            return;
        }
        if (changed.containsKey("attachmentIds")) {
            files.replace(activity, ids(wanted.get("attachmentIds")));
        }
        long type = changed.containsKey("typeId") ? Long.parseLong(wanted.get("typeId")) : activity.typeId();
        activity.describe(type, wanted.getOrDefault("summary", activity.summary()), wanted.containsKey("note")
                ? wanted.get("note") : activity.note());
        ZoneId zone = operations.zoneOf(assignee, team);
        if (changed.containsKey("assigneeId") || changed.containsKey("teamId")) {
            activity.offerTo(team, assignee == null ? null : assignee.id(), zone);
        }
        if (changed.containsKey("dueDate")) {
            activity.moveTo(due(activity, wanted.get("dueDate"), assignee, zone), zone);
            Warnings.pastDue(tx, activity);
        }
    }

    private NamedRef assignee(PlannedActivity activity, Map<String, String> wanted, Map<String, String> changed) {
        if (!changed.containsKey("assigneeId")) {
            return operations.views().person(activity.assigneeId());
        }
        Long user = id(wanted.get("assigneeId"));
        return user == null ? null : assignees.require(user, activity.record());
    }

    private static List<Long> ids(String text) {
        return text == null ? List.of() : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    private static Long id(String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private Due due(PlannedActivity activity, String date, NamedRef assignee, ZoneId zone) {
        TrackedRecord record = store.record(activity.record()).orElse(null);
        return date != null || record == null ? Due.chosen(LocalDate.parse(date))
                : operations.due(operations.views().type(activity.typeId()), record, assignee, zone);
    }

    private ActivityTypeEntity kind(PlannedActivity activity, MergePatch patch) {
        Long id = patch.number("typeId");
        if (id == null) {
            if (patch.has("typeId")) {
                throw CrmException.invalid("typeId", "required", "An activity has a type.");
            }
            return operations.views().type(activity.typeId());
        }
        return store.kind(id).filter(kind -> kind.isActive() || kind.id() == activity.typeId())
                .orElseThrow(() -> CrmException.invalid("typeId", "invalid", "There is no such type to choose."));
    }

    /** What a person sees of the members that change. */
    private Map<String, String> shown(PlannedActivity activity, Map<String, String> changed) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String member : changed.keySet()) {
            switch (member) {
                case "typeId" -> shown.put("type", operations.views().type(activity.typeId()).name());
                case "assigneeId" -> {
                    NamedRef person = operations.views().person(activity.assigneeId());
                    shown.put("assignee", person == null ? null : person.name());
                }
                case "teamId" -> {
                    NamedRef team = operations.views().team(activity.teamId());
                    shown.put("team", team == null ? null : team.name());
                }
                case "attachmentIds" -> shown.put("attachments", activity.enclosures().names());
                default -> shown.put(member, ActivityFields.text(activity, member));
            }
        }
        return shown;
    }

    private static void take(Map<String, String> wanted, MergePatch patch, String member,
            Function<String, String> reader) {
        if (patch.has(member)) {
            wanted.put(member, reader.apply(member));
        }
    }
}
