/** What partners can add to activities: when one is due, and types of their own. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.activity.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
