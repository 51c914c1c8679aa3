/** Events of activities. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.activity.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
