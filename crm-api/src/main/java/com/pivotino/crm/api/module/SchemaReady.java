package com.pivotino.crm.api.module;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Registered by the runtime when the database schema of a module is at the version that the module's bundle ships: a
 * component that needs its tables references this with {@code target = "(crm.module=pipeline)"}.
 *
 * <p>A bundle announces its migrations by the manifest headers {@code CRM-Module: pipeline} and
 * {@code CRM-Migrations: db/migration}; the folder holds {@code V001__name.sql} for both databases, or folders
 * {@code h2} and {@code postgresql} with one of each. With {@code CRM-Migrations-After: <module>} they come after those of another
 * module, and wait for it.
 */
@ProviderType
public interface SchemaReady {

    /** Service property: the module's name. */
    String MODULE = "crm.module";
}
