package com.pivotino.crm.runtime.internal.plugin;

import java.time.Instant;

/**
 * A service of an extension point, as the operator sees it.
 *
 * @param name             {@code component.name}, or the name of the class
 * @param type             the interface, such as {@code StageGuard}
 * @param bundle           symbolic name of the bundle that brings it
 * @param version          the bundle's version
 * @param serviceId        the framework's id of the service
 * @param ranking          higher goes first
 * @param standard         whether it is part of the product
 * @param state            {@code used, failing, quarantined, disabled, shadowed, refused, invalid}
 * @param reason           why it is not simply used, one sentence, or null
 * @param failures         in a row
 * @param quarantinedUntil null if it is not, or if it stays so until the operator enables it
 */
public record PluginInfo(String name, String type, String bundle, String version, long serviceId, int ranking, boolean standard,
        String state, String reason, int failures, Instant quarantinedUntil) {

    PluginInfo in(String otherState, String otherReason) {
        return new PluginInfo(name, type, bundle, version, serviceId, ranking, standard, otherState, otherReason, failures,
                quarantinedUntil);
    }
}
