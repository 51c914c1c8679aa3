package com.pivotino.crm.testkit;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Opportunities and stages for tests of plugins of the pipeline. */
public final class SampleOpportunity {

    private static final Instant AT = Instant.parse("2026-06-03T10:00:00Z");

    private SampleOpportunity() {
    }

    /** A stage of kind {@code normal} that a provider brings. */
    public static Stage stage(long id, String key) {
        return new Stage(id, 1, key, "normal", (int) id * 10, 50, null, false, null, true, key, true);
    }

    /** An open opportunity with every member set. */
    public static Opportunity full() {
        return standingIn(new StageRef(3, "Qualified", "normal"), List.of("laptops"));
    }

    /** The same in another stage and with other tags. */
    public static Opportunity standingIn(StageRef stage, List<String> tags) {
        return new Opportunity(12, 3, "Fleet renewal", stage.id(), stage.kind(), stage, "open", 40, false,
                new Money(new BigDecimal("1200.50"), "EUR"), new NamedRef(7, "Acme"), "buyer@acme.example", "+49 30 123456",
                new NamedRef(1, "Ann"), new NamedRef(1, "North"), 2, LocalDate.parse("2026-07-01"), null, null, null, null, null,
                "Forty laptops", tags, null, "none", null, AT, new NamedRef(1, "Ann"), AT, "ext-12");
    }

    /** An open opportunity with the least that one can have: a name and a stage. */
    public static Opportunity minimal() {
        return new Opportunity(13, 1, "x", 1, "new", new StageRef(1, "New", "new"), "open", 10, false, null, null, null, null,
                null, null, 0, null, null, null, null, null, null, null, List.of(), null, "none", null, AT, null, AT, null);
    }
}
