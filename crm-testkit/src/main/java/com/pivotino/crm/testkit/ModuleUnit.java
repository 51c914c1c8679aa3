package com.pivotino.crm.testkit;

/**
 * A module under test: its migrations and, if it has one, its persistence unit {@code crm-<module>}.
 *
 * @param module what its manifest says in {@code CRM-Module}
 * @param loader a class loader that sees its bundle
 */
public record ModuleUnit(String module, ClassLoader loader) {
}
