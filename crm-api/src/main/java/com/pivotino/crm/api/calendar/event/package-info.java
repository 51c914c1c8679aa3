/** Events of the calendar that other bundles need. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.calendar.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
