/** Records across bundles: who may read one, and how another bundle learns its title. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
