package com.pivotino.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The people and things of the permission matrix: an owner and a colleague in team North, an outsider in team South, the
 * manager who leads North, the administrator, and somebody who has not signed in. Every changing call gets fresh things.
 */
final class MatrixWorld {

    /** The matrix's columns. */
    static final List<String> CALLERS = List.of("anonymous", "owner", "colleague", "outsider", "manager", "admin");

    private static final Pattern THING = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Rest> callers = new LinkedHashMap<>();
    private final Map<String, Long> people = new LinkedHashMap<>();
    private final Rest admin;
    private final long north;
    private int made;
    private long rung;

    MatrixWorld(CrmProcess crm) {
        admin = crm.admin();
        callers.put("anonymous", crm.rest());
        callers.put("admin", admin);
        for (String login : List.of("owner", "colleague", "outsider", "manager")) {
            people.put(login, admin.post("/users", Map.of("login", login, "name", "The " + login, "email", login + "@example.com",
                    "password", CrmProcess.PASSWORD, "roles", List.of("manager".equals(login) ? "manager" : "salesperson"))).expect(201)
                    .id());
            callers.put(login, crm.rest().as(login, CrmProcess.PASSWORD));
        }
        north = admin.post("/teams", Map.of("name", "North", "leaderId", people.get("manager"),
                "memberIds", List.of(people.get("owner"), people.get("colleague")))).expect(201).id();
        admin.post("/teams", Map.of("name", "South", "memberIds", List.of(people.get("outsider")))).expect(201);
    }

    /** The status of one call by one caller, on things made for it. */
    int call(String caller, String method, String path, String body) {
        Map<String, String> things = new LinkedHashMap<>();
        String target = fill(path, things);
        String content = fill(body, things);
        boolean raw = content.startsWith("csv:") || content.startsWith("ics:");
        byte[] bytes = "-".equals(content) ? null
                : (raw ? content.substring(4).replace("\\n", "\n") : content).getBytes(StandardCharsets.UTF_8);
        String type = raw ? content.startsWith("ics:") ? "text/calendar" : "text/csv" : "PATCH".equals(method)
                ? "application/merge-patch+json" : "application/json";
        return callers.get(caller).send(method, target, type, bytes).status();
    }

    private String fill(String text, Map<String, String> things) {
        Matcher matcher = THING.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(thing(matcher.group(1), things)));
        }
        return matcher.appendTail(filled).toString();
    }

    private String thing(String name, Map<String, String> things) {
        String known = things.get(name);
        if (known == null) {
            known = make(name, things);
            things.put(name, known);
        }
        return known;
    }

    private String make(String name, Map<String, String> things) {
        made++;
        return switch (name) {
            case "docsFile" -> "swagger-ui.css";
            case "n" -> String.valueOf(made);
            case "opportunity" -> String.valueOf(opportunity());
            case "wonOpportunity" -> String.valueOf(won());
            case "undo" -> admin.post("/opportunities/" + opportunity() + "/won", Map.of()).expect(200).json().path("undo").path("token")
                    .asText();
            case "activity" -> String.valueOf(item("/activities?record=opportunity:" + thing("opportunity", things), 0));
            case "teamActivity" -> String.valueOf(admin.post("/activities",
                    Map.of("record", Map.of("type", "opportunity", "id", opportunity()), "typeId", 1, "teamId", north)).expect(201).id());
            case "follower" -> String.valueOf(item("/records/opportunity/" + thing("opportunity", things) + "/followers", 0));
            case "notification" -> String.valueOf(notification());
            case "new" -> stage("new");
            case "normal" -> stage("normal");
            case "proposal" -> proposal();
            case "reason" -> String.valueOf(item("/lost-reasons", 0));
            case "north" -> String.valueOf(north);
            case "owner", "colleague", "outsider", "manager" -> String.valueOf(people.get(name));
            case "user" -> String.valueOf(admin.post("/users", Map.of("login", "u" + made, "name", "User " + made, "roles",
                    List.of("salesperson"))).expect(201).id());
            case "team" -> String.valueOf(admin.post("/teams", Map.of("name", "Team " + made)).expect(201).id());
            case "contact", "otherContact" -> String.valueOf(admin.post("/contacts", Map.of("name", "Contact " + made)).expect(201).id());
            case "freshStage" -> String.valueOf(admin.post("/stages", Map.of("name", "Stage " + made, "kind", "normal", "probability", 30,
                    "sequence", 35)).expect(201).id());
            case "freshReason" -> String.valueOf(admin.post("/lost-reasons", Map.of("name", "Reason " + made)).expect(201).id());
            case "freshType" -> String.valueOf(admin.post("/activity-types",
                    Map.of("name", "Type " + made, "key", "type" + made, "category", "todo")).expect(201).id());
            case "plan", "freshPlan" -> String.valueOf(admin.post("/activity-plans",
                    Map.of("name", "Plan " + made, "lines", List.of(Map.of("typeId", 1)))).expect(201).id());
            case "savedFilter" -> String.valueOf(admin.post("/saved-filters",
                    Map.of("name", "Filter " + made, "view", "list", "query", "outcome=open")).expect(201).id());
            case "key" -> String.valueOf(admin.post("/api-keys", Map.of("name", "Key " + made)).expect(201).id());
            case "import" -> String.valueOf(admin.send("POST", "/imports?kind=contacts", "text/csv",
                    ("name\nContact " + made + "\n").getBytes(StandardCharsets.UTF_8)).expect(201).id());
            case "attachment" -> String.valueOf(attachment());
            case "externalFollower" -> String.valueOf(externalFollower(thing("opportunity", things)));
            case "token" -> token(String.valueOf(opportunity()));
            case "quarantinedMail" -> "9999999"; // none has come in
            case "message" -> String.valueOf(callers.get("owner").post("/records/opportunity/" + opportunity() + "/messages",
            Map.of("kind", "note", "body", "Note " + made)).expect(201).id());
            case "attachedFile" -> String.valueOf(attachedFile());
            case "event" -> String.valueOf(event(List.of()));
            case "invitation" -> String.valueOf(event(List.of(Map.of("kind", "user", "id", people.get("colleague")))));
            case "reminder" -> {
                rung = rung == 0 ? reminder() : rung;
                yield String.valueOf(rung);
            }
            case "calendarFeed" -> String.valueOf(callers.get("owner").post("/calendar-feeds", Map.of("kind", "private")).expect(201).id());
            case "noSecret" -> "a".repeat(43);
            case "noToken" -> "1-" + "a".repeat(22);
            case "importRun" -> String.valueOf(admin.post("/imports/" + thing("import", things) + "/runs", Map.of("dryRun", true))
                    .expect(202).id());
            default -> throw new AssertionError("The matrix names an unknown thing: " + name);
        };
    }

    /** One that rings for the owner: an event that begins in some minutes. */
    private long reminder() {
        String start = LocalDateTime.now(Clock.systemUTC()).plusMinutes(10).withNano(0).toString();
        long event = callers.get("owner").post("/events", Map.of("title", "Soon " + made, "start", start, "end",
                LocalDateTime.parse(start).plusHours(1).toString(), "zone", "UTC", "reminders",
                List.of(Map.of("offset", 15, "unit", "minutes")))).expect(201).id();
        return Await.until("The owner's reminder rings", Duration.ofSeconds(60), () -> {
            for (JsonNode one : callers.get("owner").get("/reminders?limit=200").expect(200).json().path("items")) {
                if (one.path("eventId").asLong() == event) {
                    return one.path("id").asLong();
                }
            }
            return null;
        });
    }

    private long event(List<?> attendees) {
        return callers.get("owner").post("/events", Map.of("title", "Event " + made, "start", "2026-06-03T09:00", "end",
                "2026-06-03T10:00", "attendees", attendees)).expect(201).id();
    }

    private long opportunity() {
        return admin.post("/opportunities", Map.of("name", "Matrix " + made, "salespersonId", people.get("owner"), "teamId", north))
                .expect(201).id();
    }

    /** One of the owner's: told after the act, once it cannot be undone any more. */
    private long notification() {
        opportunity();
        return Await.until("The owner is told of an opportunity", Duration.ofSeconds(60), () -> {
            JsonNode first = callers.get("owner").get("/notifications?limit=1").expect(200).json().path("items").path(0);
            return first.isMissingNode() ? null : first.path("id").asLong();
        });
    }

    private long externalFollower(String opportunity) {
        long contact = admin.post("/contacts", Map.of("name", "Outside " + made, "email", "outside" + made + "@example.com")).expect(201)
                .id();
        return admin.post("/records/opportunity/" + opportunity + "/followers",
                Map.of("person", Map.of("kind", "contact", "id", contact))).expect(201).id();
    }

    private String token(String opportunity) {
        long follower = externalFollower(opportunity);
        String path = admin.post("/records/opportunity/" + opportunity + "/followers/" + follower + "/access", Map.of()).expect(200)
                .json().path("path").asText();
        return path.substring("/shared/".length());
    }

    private long attachment() {
        return admin.send("POST", "/attachments?name=file" + made + ".txt", "text/plain", ("File " + made).getBytes(StandardCharsets.UTF_8))
                .expect(201).id();
    }

    /** On an activity of a record of the owner's. */
    private long attachedFile() {
        long file = attachment();
        long activity = item("/activities?record=opportunity:" + opportunity(), 0);
        admin.post("/activities/" + activity + "/completion", Map.of("attachmentIds", List.of(file))).expect(200);
        return file;
    }

    private long won() {
        long id = opportunity();
        admin.post("/opportunities/" + id + "/won", Map.of()).expect(200);
        return id;
    }

    private String proposal() {
        String text = "Proposal " + made;
        admin.post("/opportunities/" + opportunity() + "/lost", Map.of("lostReasonId", item("/lost-reasons", 0), "proposedReason", text))
                .expect(200);
        return text;
    }

    private long item(String path, int index) {
        return admin.get(path).expect(200).json().path("items").get(index).path("id").asLong();
    }

    private String stage(String kind) {
        for (JsonNode stage : admin.get("/stages").expect(200).json().path("items")) {
            if (kind.equals(stage.path("kind").asText())) {
                return stage.path("id").asText();
            }
        }
        throw new AssertionError("No stage of kind " + kind);
    }
}
