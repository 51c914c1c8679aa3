package com.pivotino.crm.api.directory;

import org.osgi.annotation.versioning.ProviderType;

/** The workspace's settings, kept in memory and dropped when any node changes them. */
@ProviderType
public interface SettingsService {

    Settings current();
}
