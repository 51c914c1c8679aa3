package com.pivotino.crm.itests.browser;

import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.Rest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody with an account; a salesperson of no team sees their own opportunities alone, so that no test sees another's. */
record Person(long id, String login, String name) {

    static Person salesperson(String name) {
        return make(name, "salesperson");
    }

    static Person make(String name, String... roles) {
        Rest admin = BrowserWorld.admin();
        if (!admin.get("/onboarding").json().path("completed").asBoolean()) {
            admin.put("/onboarding", Map.of("dueDays", 3, "mode", "calendar", "zone", "UTC", "currency", "EUR")).expect(200);
        }
        String login = name.toLowerCase().replace(' ', '.') + Long.toString(System.nanoTime(), 36);
        long id = admin.post("/users", Map.of("login", login, "name", name, "email", login + "@example.com", "zone", "UTC", "locale",
                "en-GB",
                "password", CrmProcess.PASSWORD, "roles", List.of(roles))).expect(201).id();
        return new Person(id, login, name);
    }

    Rest rest() {
        return BrowserWorld.rest().as(login, CrmProcess.PASSWORD);
    }

    /** An opportunity in New; gives its id. */
    long opportunity(String name) {
        return opportunity(name, Map.of());
    }

    long opportunity(String name, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", name, "salespersonId", id));
        body.putAll(more);
        return rest().post("/opportunities", body).expect(201).id();
    }

    /** The screen is ahead of the server: waits until the server agrees where it stands. */
    void serverSees(long opportunity, String stage) {
        Await.that(opportunity + " stands in " + stage + " at the server", java.time.Duration.ofSeconds(10),
                () -> stage.equals(stageOf(opportunity)));
    }

    /** What the server says where it stands. */
    String stageOf(long opportunity) {
        var stages = rest().get("/stages").expect(200).json().path("items");
        long stage = rest().get("/opportunities/" + opportunity).expect(200).json().path("stageId").asLong();
        for (var candidate : stages) {
            if (candidate.path("id").asLong() == stage) {
                return candidate.path("name").asText();
            }
        }
        throw new AssertionError("No stage " + stage);
    }
}
