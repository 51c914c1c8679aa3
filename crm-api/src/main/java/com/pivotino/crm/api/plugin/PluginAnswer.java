package com.pivotino.crm.api.plugin;

import java.util.Optional;

/**
 * The answer of a plugin, or why there is none.
 *
 * @param value   the answer; null if it failed
 * @param failure {@code null} on success, else {@code exception}, {@code timeout}, {@code null_answer} or {@code quarantined}
 * @param detail  for the operator, null on success
 */
public record PluginAnswer<R>(R value, String failure, String detail) {

    public boolean failed() {
        return failure != null;
    }

    public Optional<R> answer() {
        return failed() ? Optional.empty() : Optional.of(value);
    }
}
