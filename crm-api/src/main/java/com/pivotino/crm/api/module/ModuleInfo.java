package com.pivotino.crm.api.module;

/**
 * A module of the product, or a partner's.
 *
 * @param name    such as {@code pipeline}
 * @param version of its bundle
 * @param state   {@code present}, {@code starting} or {@code failed}
 */
public record ModuleInfo(String name, String version, String state) {
}
