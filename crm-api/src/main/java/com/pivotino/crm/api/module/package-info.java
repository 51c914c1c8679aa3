/** Which bundles of the product are present, their health, their database schema and whether their records are sound. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
