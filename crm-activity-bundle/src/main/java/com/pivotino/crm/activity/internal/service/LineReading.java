package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.LineParser;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ParsedActivity.Span;
import com.pivotino.crm.api.activity.ParsedActivity;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Gives the words of a line their types and people. People are looked for in the caller's teams and on the record. */
final class LineReading {

    private static final Map<String, List<String>> WORDS = Map.of(
            "call", List.of("call", "phone", "ring"),
            "email", List.of("email", "e-mail", "mail"),
            "meeting", List.of("meet", "meeting", "appointment", "visit"),
            "letter", List.of("letter", "post"),
            "upload", List.of("upload"),
            "todo", List.of("todo", "to-do", "task"));

    private final Directory directory;
    private final ActivityAccess access;
    private final Actor actor;
    private final TrackedRecord record;
    private final List<ActivityTypeEntity> kinds;

    /** @param ref what the activity shall belong to, or null; one that the caller may not read counts as none */
    LineReading(ActivityUnitOfWork unit, Actor actor, RecordRef ref) {
        this.directory = unit.transactions().directory();
        this.access = unit.access();
        this.actor = actor;
        this.record = ref != null && access.canRead(actor, ref) ? unit.store().record(ref).orElse(null) : null;
        this.kinds = unit.store().kinds().stream().filter(ActivityTypeEntity::isActive).toList();
    }

    /** Keys and names of the types that are offered, and what else people say for those that we bring. */
    Map<String, Long> typeWords() {
        Map<String, Long> words = new HashMap<>();
        for (ActivityTypeEntity kind : kinds) {
            WORDS.getOrDefault(kind.key(), List.of()).forEach(word -> words.putIfAbsent(word, kind.id()));
            words.put(kind.key(), kind.id());
        }
        kinds.forEach(kind -> words.putIfAbsent(kind.name().toLowerCase(Locale.ROOT), kind.id()));
        return words;
    }

    ParsedActivity of(LineParser.Result line, String text) {
        TypeRef type = kinds.stream().filter(kind -> Long.valueOf(kind.id()).equals(line.typeId())).findFirst()
                .map(ActivityTypeEntity::toRef).orElse(null);
        NamedRef assignee = line.handle() == null ? null : person(line.handle());
        String confidence = type != null && line.date() != null ? "high" : type != null || line.date() != null ? "medium"
                : "low";
        List<Span> spans = line.spans().stream().filter(span -> assignee != null || !"assignee".equals(span.kind()))
                .map(span -> new Span(span.kind(), span.start(), span.end())).toList();
        String summary = line.handle() != null && assignee == null ? withHandle(line, text) : line.summary();
        return new ParsedActivity(type, summary == null || summary.length() <= ActivityFields.MAX_SUMMARY ? summary
                : summary.substring(0, ActivityFields.MAX_SUMMARY).strip(), line.date(), line.time(), assignee, confidence, spans);
    }

    /** A name that nobody bears stays in the summary, so that nothing of the text is lost. */
    private static String withHandle(LineParser.Result line, String text) {
        LineParser.Span at = line.spans().stream().filter(span -> "assignee".equals(span.kind())).findFirst().orElseThrow();
        String handle = text.substring(at.start(), at.end());
        return line.summary() == null ? handle : line.summary() + " " + handle;
    }

    /** The one active person who is called so by login, full name or first name, or null for none or several. */
    private NamedRef person(String handle) {
        List<Team> teams = new ArrayList<>(directory.teamsOf(actor.userId()));
        Set<Long> ids = new TreeSet<>(Set.of(actor.userId()));
        if (record != null && record.teamId() != null) {
            directory.team(record.teamId()).ifPresent(teams::add);
        }
        if (record != null && record.salespersonId() != null) {
            ids.add(record.salespersonId());
        }
        teams.forEach(team -> ids.addAll(team.memberIds()));
        teams.stream().map(Team::leaderId).filter(Objects::nonNull).forEach(ids::add);
        List<User> called = directory.users(ids).values().stream().filter(User::active)
                .filter(user -> isCalled(user, handle)).filter(this::suits).toList();
        return called.size() == 1 ? new NamedRef(called.get(0).id(), called.get(0).name()) : null;
    }

    private boolean suits(User user) {
        return record == null || access.canRead(directory.actor(user.id()), record.ref());
    }

    private static boolean isCalled(User user, String handle) {
        String name = user.name().toLowerCase(Locale.ROOT);
        return handle.equalsIgnoreCase(user.login()) || handle.equals(name.replaceAll("\\s+", "."))
                || handle.equals(name.replaceAll("\\s+", "")) || handle.equals(name.split("\\s+")[0]);
    }
}
