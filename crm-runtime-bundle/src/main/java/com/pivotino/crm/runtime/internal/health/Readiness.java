package com.pivotino.crm.runtime.internal.health;

import java.util.List;

/**
 * Whether the product can work.
 *
 * @param status {@code ready} or {@code not_ready}
 * @param checks every check by name
 */
public record Readiness(String status, List<Check> checks) {

    /**
     * One check.
     *
     * @param problem null if all is well, else one sentence
     */
    public record Check(String name, String problem) {
    }

    static Readiness of(List<Check> checks) {
        boolean ready = checks.stream().allMatch(check -> check.problem == null);
        return new Readiness(ready ? "ready" : "not_ready", checks);
    }

    boolean ready() {
        return status.equals("ready");
    }
}
