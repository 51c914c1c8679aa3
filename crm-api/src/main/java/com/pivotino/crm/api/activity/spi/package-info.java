/** Extension points of activities: due date policies and activity types. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.activity.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
