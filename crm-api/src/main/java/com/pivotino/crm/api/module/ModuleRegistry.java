package com.pivotino.crm.api.module;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The installed modules, by the manifest header {@code CRM-Module}. */
@ProviderType
public interface ModuleRegistry {

    /** By name. */
    List<ModuleInfo> modules();
}
