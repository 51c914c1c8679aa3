package com.pivotino.crm.api.plugin;

import java.util.Optional;

/**
 * The answer of a plugin, or why there is none.
 *
 * @param value   the answer; null if it failed
 * @param failure {@code null} on success, else {@code exception}, {@code timeout}, {@code null_answer}, {@code quarantined} or
 *                {@code disabled}
 * @param detail  for the operator, null on success
 */
public record PluginAnswer<R>(R value, String failure, String detail) {

    /** The failure of a plugin that the operator has disabled. */
    public static final String DISABLED = "disabled";

    public boolean failed() {
        return failure != null;
    }

    /** Whether the operator has disabled the plugin: it counts as absent, not as failing. */
    public boolean disabled() {
        return DISABLED.equals(failure);
    }

    public Optional<R> answer() {
        return failed() ? Optional.empty() : Optional.of(value);
    }
}
