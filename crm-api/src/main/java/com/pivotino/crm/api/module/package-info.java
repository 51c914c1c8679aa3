/** Which bundles of the product are present, their health and their database schema. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
