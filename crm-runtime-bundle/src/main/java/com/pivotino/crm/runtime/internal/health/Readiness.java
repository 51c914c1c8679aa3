package com.pivotino.crm.runtime.internal.health;

import java.util.List;

/**
 * Whether the product can work.
 *
 * @param status   {@code ready} or {@code not_ready}
 * @param checks   every check by name
 * @param warnings what the operator should look at, though the product works
 */
public record Readiness(String status, List<Check> checks, List<Check> warnings) {

    /**
     * One check.
     *
     * @param problem null if all is well, else one sentence
     */
    public record Check(String name, String problem) {
    }

    static Readiness of(List<Check> checks, List<Check> warnings) {
        boolean ready = checks.stream().allMatch(check -> check.problem == null);
        return new Readiness(ready ? "ready" : "not_ready", checks, warnings);
    }

    boolean ready() {
        return status.equals("ready");
    }
}
