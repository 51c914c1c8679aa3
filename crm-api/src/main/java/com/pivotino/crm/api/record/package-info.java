/** Records across bundles: the one index of them, who may read and change one, and how another bundle learns its title. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
